using System.Collections.Concurrent;
using System.Threading.Channels;
using FakeSlack;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using PaperBot.Slack.Dispatch;
using PaperBot.Slack.Http;

namespace PaperBot.Slack.Tests.Dispatch;

/// <summary>A host with a receiver on a real port, or with sockets to a workspace, that keeps all it logs.</summary>
internal sealed class SlackHost : IAsyncDisposable
{
    public const string Secret = "8f742231b10e8888abcd99yyyzzz85a5";

    private readonly WebApplication _app;

    private SlackHost(WebApplication app, HostLog log) => (_app, Log) = (app, log);

    public HostLog Log { get; }

    public IServiceProvider Services => _app.Services;

    public SlackDispatcher Dispatcher => Services.GetRequiredService<SlackDispatcher>();

    /// <summary>Where Slack posts to.</summary>
    public Uri Address => new(new Uri(_app.Urls.First()), "/slack/events");

    public static async Task<SlackHost> StartAsync(
        Action<SlackBuilder> slack,
        FakeWorkspace? workspace = null,
        Action<SlackOptions>? options = null,
        TimeProvider? time = null,
        bool http = true)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var log = new HostLog();
        builder.Logging.ClearProviders().SetMinimumLevel(LogLevel.Trace).AddProvider(log);
        builder.Services.AddSingleton(time ?? TimeProvider.System);
        builder.Services.AddSlack(configure =>
        {
            configure.Configure(settings =>
            {
                settings.ApiUrl = workspace?.ApiUrl.ToString() ?? "http://127.0.0.1:9/api/";
                settings.BotToken = workspace?.BotToken;
                settings.AppToken = workspace?.AppToken;
                settings.SigningSecret = workspace?.SigningSecret ?? Secret;
                settings.DrainSeconds = 5;
            });
            if (options is not null)
                configure.Configure(options);
            slack(configure);
        });
        var host = new SlackHost(builder.Build(), log);
        if (http)
            host._app.MapSlack();
        await host._app.StartAsync();
        if (http)
            workspace?.DeliverTo(host.Address);
        return host;
    }

    /// <summary>Waits until nothing waits and nothing is in hand.</summary>
    public async Task UntilIdleAsync()
    {
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(10));
        using var patience = new CancellationTokenSource(Probe.Patience);
        while (Services.GetRequiredService<Lanes>().Count > 0)
            await timer.WaitForNextTickAsync(patience.Token);
    }

    public Task StopAsync() => _app.StopAsync();

    /// <summary>Ends as a process does that is killed: nothing is drained.</summary>
    public Task KillAsync() => _app.StopAsync(new CancellationToken(canceled: true));

    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync();
        await _app.DisposeAsync();
    }
}

/// <summary>Keeps every line, with exceptions written out.</summary>
internal sealed class HostLog : ILoggerProvider, ILogger
{
    private readonly ConcurrentQueue<string> _lines = new();
    private readonly Channel<bool> _changes = Channel.CreateUnbounded<bool>();

    /// <summary>Waits until a line begins so.</summary>
    public async Task WaitAsync(string beginning)
    {
        using var patience = new CancellationTokenSource(Probe.Patience);
        while (!_lines.Any(line => line.StartsWith(beginning, StringComparison.Ordinal)))
            await _changes.Reader.ReadAsync(patience.Token);
    }

    public IReadOnlyList<string> Lines => [.. _lines];

    public string Text => string.Join('\n', _lines);

    public ILogger CreateLogger(string categoryName) => this;

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => true;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        _lines.Enqueue($"{logLevel}: {formatter(state, exception)} {exception}");
        _changes.Writer.TryWrite(true);
    }

    public void Dispose()
    {
    }
}
