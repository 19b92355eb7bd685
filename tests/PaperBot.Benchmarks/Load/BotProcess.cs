using System.Collections.Concurrent;
using System.Diagnostics;
using FakeSlack;

namespace PaperBot.Benchmarks.Load;

/// <summary><c>paperbot run</c> as a process of its own, in a workspace of this one.</summary>
internal sealed class BotProcess : IAsyncDisposable
{
    private const int KeptLines = 50;
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    private readonly FakeWorkspace _workspace;
    private readonly string _dataFolder;
    private readonly IReadOnlyDictionary<string, string> _variables;
    private readonly ConcurrentQueue<string> _lastLines = new();
    private Process _process;

    private BotProcess(FakeWorkspace workspace, string dataFolder, IReadOnlyDictionary<string, string> variables) =>
        (_workspace, _dataFolder, _variables, _process) = (workspace, dataFolder, variables, Start(workspace, dataFolder, variables));

    /// <summary>In megabytes.</summary>
    public double WorkingSet
    {
        get
        {
            _process.Refresh();
            return _process.WorkingSet64 / 1e6;
        }
    }

    /// <summary>The end of its log, of which nothing is wrong when the figures are right.</summary>
    public string LastLines => string.Join('\n', _lastLines);

    /// <param name="variables">Environment variables beside those of the workspace.</param>
    public static async Task<BotProcess> StartAsync(FakeWorkspace workspace, string dataFolder, IReadOnlyDictionary<string, string>? variables = null)
    {
        var bot = new BotProcess(workspace, dataFolder, variables ?? new Dictionary<string, string>());
        await bot.UntilConnectedAsync().ConfigureAwait(false);
        return bot;
    }

    /// <summary>Ends the process as <c>kill -9</c> does and starts another.</summary>
    public async Task RestartAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync().ConfigureAwait(false);
        _process.Dispose();
        _process = Start(_workspace, _dataFolder, _variables);
        await UntilConnectedAsync().ConfigureAwait(false);
    }

    public async ValueTask DisposeAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync().ConfigureAwait(false);
        _process.Dispose();
    }

    private async Task UntilConnectedAsync()
    {
        _process.ErrorDataReceived += (_, line) => Keep(line.Data);
        _process.BeginErrorReadLine();
        await _workspace.Sockets.WaitForConnectionsAsync(timeout: Patience).ConfigureAwait(false);
    }

    private void Keep(string? line)
    {
        if (line is null)
            return;
        _lastLines.Enqueue(line);
        while (_lastLines.Count > KeptLines)
            _lastLines.TryDequeue(out _);
    }

    private static Process Start(FakeWorkspace workspace, string dataFolder, IReadOnlyDictionary<string, string> variables)
    {
        var start = new ProcessStartInfo("dotnet", ["exec", Path.Combine(AppContext.BaseDirectory, "paperbot.dll"), "run", "--data", dataFolder])
        {
            RedirectStandardError = true,
        };
        start.Environment["SLACK_API_URL"] = workspace.ApiUrl.AbsoluteUri;
        start.Environment["SLACK_BOT_TOKEN"] = workspace.BotToken;
        start.Environment["SLACK_APP_TOKEN"] = workspace.AppToken;
        // So that the machine is measured, not the patience that Slack asks for.
        start.Environment["PAPERBOT_Slack__RateLimitFactor"] = "100";
        start.Environment["PAPERBOT_Host__Address"] = "http://127.0.0.1:0";
        foreach (var (name, value) in variables)
            start.Environment[name] = value;
        return Process.Start(start)!;
    }
}
