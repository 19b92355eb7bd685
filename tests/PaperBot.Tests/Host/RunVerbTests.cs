using FakeSlack;
using Microsoft.Extensions.DependencyInjection;
using PaperBot.Host;
using PaperBot.Terminal;
using PaperBot.Tests.Terminal;

namespace PaperBot.Tests.Host;

public sealed class RunVerbTests : IDisposable
{
    private readonly TestTerminal _terminal = new();

    public void Dispose() => _terminal.Dispose();

    [Fact]
    public async Task Run_WithoutTokens_SaysInThreeLinesHowToGetThem_AndOffersTheChat()
    {
        _terminal.Replace = services =>
            services.Configure<SlackSettings>(slack => (slack.BotToken, slack.AppToken, slack.SigningSecret) = (null, null, null));

        var outcome = await _terminal.RunAsync("run");

        Assert.Equal((ExitCode.Usage, ""), (outcome.ExitCode, outcome.Out));
        Assert.Equal(3, outcome.Error.TrimEnd().Split('\n').Length);
        Assert.EndsWith("paperbot chat\n", outcome.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Run_TokensInEachOthersPlace_SaysSoAndShowsNone()
    {
        _terminal.Replace = services =>
            services.Configure<SlackSettings>(slack => (slack.BotToken, slack.AppToken) = ("xapp-very-secret", "xoxb-very-secret"));

        var outcome = await _terminal.RunAsync("run");

        Assert.Equal(ExitCode.Usage, outcome.ExitCode);
        Assert.StartsWith("SLACK_BOT_TOKEN takes the bot token", outcome.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("very-secret", outcome.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Run_TokenThatSlackRefuses_SaysSoAndEnds()
    {
        await using var workspace = await FakeWorkspace.StartAsync();
        workspace.Faults.Always("auth.test", FakeSlack.Fault.Error("token_revoked"));
        InWorkspace(workspace);

        var outcome = await _terminal.RunAsync("run");

        Assert.Equal(ExitCode.Usage, outcome.ExitCode);
        Assert.Equal(
            "Slack does not accept SLACK_BOT_TOKEN (token_revoked). "
            + "The app was removed from the workspace or its token was revoked: install it again and copy the new token.\n",
            outcome.Error);
    }

    [Fact]
    public async Task Run_UntilItIsStopped_EndsWithZero()
    {
        await using var workspace = await FakeWorkspace.StartAsync();
        InWorkspace(workspace);
        using var stop = new CancellationTokenSource();

        var running = _terminal.RunAsync(["run"], cancellationToken: stop.Token);
        await workspace.Sockets.WaitForConnectionsAsync();
        await stop.CancelAsync();
        var outcome = await running.WaitAsync(TimeSpan.FromSeconds(30));

        Assert.Equal((ExitCode.Ok, ""), (outcome.ExitCode, outcome.Out));
        Assert.Empty(workspace.Sockets.Connections);
        Assert.DoesNotContain(workspace.AppToken, outcome.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Run_BesideAnotherWithTheSameLibrary_EndsAndSaysWhy()
    {
        await using var workspace = await FakeWorkspace.StartAsync();
        InWorkspace(workspace);
        using var stop = new CancellationTokenSource();
        var running = _terminal.RunAsync(["run"], cancellationToken: stop.Token);
        await workspace.Sockets.WaitForConnectionsAsync();

        var second = await _terminal.RunAsync("run").WaitAsync(TimeSpan.FromSeconds(30));

        await stop.CancelAsync();
        await running.WaitAsync(TimeSpan.FromSeconds(30));
        Assert.Equal(ExitCode.Usage, second.ExitCode);
        Assert.StartsWith("Another PaperBot runs with the library in ", second.Error, StringComparison.Ordinal);
    }

    private void InWorkspace(FakeWorkspace workspace) => _terminal.Replace = services =>
    {
        services.Configure<SlackSettings>(
            slack => (slack.BotToken, slack.AppToken, slack.ApiUrl) = (workspace.BotToken, workspace.AppToken, workspace.ApiUrl.AbsoluteUri));
        services.Configure<PaperBot.Host.HostOptions>(host => host.Address = "http://127.0.0.1:0");
    };
}
