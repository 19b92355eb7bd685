using FakeSlack;
using Microsoft.Extensions.DependencyInjection;
using PaperBot.Slack.Events;
using PaperBot.Slack.SocketMode;
using PaperBot.Slack.Tests.Dispatch;

namespace PaperBot.Slack.Tests.SocketMode;

public sealed class SocketModeTests
{
    [Fact]
    public async Task TwoSockets_OneRepeatedMention_IsHandledOnce()
    {
        await using var workspace = await FakeWorkspace.StartAsync();
        var probe = new Probe();
        await using var host = await StartAsync(workspace, probe);
        await workspace.Sockets.WaitForConnectionsAsync(2);
        await host.Log.WaitAsync("Information: A socket to Slack is open");
        workspace.DeliveryFaults.RepeatChance = 1;

        workspace.AddUser("ada").Mention(workspace.AddChannel("papers"), "what is attention?");
        await workspace.WaitForDeliveryAsync(told => told.Type == "app_mention" && told.Attempts.Count == 2 && told.IsAcknowledged);
        await probe.WaitAsync(seen => seen.Ended.Count == 1);

        Assert.Single(probe.Begun);
        Assert.DoesNotContain("attention", host.Log.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("ticket", host.Log.Text, StringComparison.Ordinal);
        Assert.True(State(host).Connected);
    }

    [Fact]
    public async Task SilentSocket_IsReplaced()
    {
        await using var workspace = await FakeWorkspace.StartAsync(new WorkspaceOptions { PingInterval = TimeSpan.FromMilliseconds(100) });
        await using var host = await StartAsync(workspace, new Probe(), options =>
        {
            options.Sockets = 1;
            options.PingSeconds = 0.3;
            options.SilenceSeconds = 1;
            options.ReconnectSeconds = 0.1;
        });
        await workspace.Sockets.WaitForConnectionsAsync();
        workspace.Sockets.Connections[0].FallSilent();

        await workspace.Sockets.WaitForOpenedAsync(2);
        await workspace.Sockets.WaitForConnectionsAsync();
    }

    [Fact]
    public async Task QuietSocket_ThatAnswersPings_IsKept()
    {
        await using var workspace = await FakeWorkspace.StartAsync(new WorkspaceOptions { PingInterval = TimeSpan.FromHours(1) });
        await using var host = await StartAsync(workspace, new Probe(), options =>
        {
            options.Sockets = 1;
            options.PingSeconds = 0.2;
            options.SilenceSeconds = 3;
        });
        await host.Log.WaitAsync("Information: A socket to Slack is open");
        var opened = State(host).Current.LastSignOfLife!.Value;
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(100));
        using var patience = new CancellationTokenSource(Probe.Patience);
        while (State(host).Current.LastSignOfLife < opened + TimeSpan.FromSeconds(4))
            await timer.WaitForNextTickAsync(patience.Token);

        Assert.Equal(1, workspace.Sockets.Opened);
    }

    [Theory]
    [InlineData(DisconnectReason.Warning)]
    [InlineData(DisconnectReason.RefreshRequested)]
    [InlineData(DisconnectReason.TooManyWebsockets)]
    public async Task Disconnect_IsFollowedByAnotherSocket_AndNothingIsLost(DisconnectReason reason)
    {
        await using var workspace = await FakeWorkspace.StartAsync(
            new WorkspaceOptions { RetryScale = 0.001, WarningNotice = TimeSpan.FromSeconds(2) });
        var probe = new Probe();
        await using var host = await StartAsync(workspace, probe, options => options.Sockets = 1);
        await workspace.Sockets.WaitForConnectionsAsync();

        await workspace.Sockets.DisconnectAsync(reason);
        await workspace.Sockets.WaitForOpenedAsync(2);
        await workspace.Sockets.WaitForConnectionsAsync();
        workspace.AddUser("ada").Mention(workspace.AddChannel("papers"), "still there?");
        await probe.WaitAsync(seen => seen.Ended.Count == 1);
        await workspace.Sockets.WaitForAtMostAsync(1);
    }

    [Fact]
    public async Task LinkDisabled_OpensNoSocketAgain_AndSaysSo()
    {
        await using var workspace = await FakeWorkspace.StartAsync();
        await using var host = await StartAsync(workspace, new Probe());
        await workspace.Sockets.WaitForConnectionsAsync(2);

        await workspace.Sockets.DisconnectAsync(DisconnectReason.LinkDisabled);
        await workspace.Sockets.WaitForAtMostAsync(0);
        await host.Log.WaitAsync("Critical: Slack says that Socket Mode is switched off");

        // The first socket that hears it says so; the other one may still be closing.
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(20));
        using var patience = new CancellationTokenSource(Probe.Patience);
        while (State(host).Connected)
            await timer.WaitForNextTickAsync(patience.Token);
        Assert.True(State(host).Current.IsSwitchedOff);
        Assert.Equal(2, workspace.Sockets.Opened);
    }

    [Fact]
    public async Task DroppedSockets_ComeBack()
    {
        await using var workspace = await FakeWorkspace.StartAsync();
        await using var host = await StartAsync(workspace, new Probe());
        await workspace.Sockets.WaitForConnectionsAsync(2);

        workspace.Sockets.DropAll();
        await workspace.Sockets.WaitForOpenedAsync(4);
        await workspace.Sockets.WaitForConnectionsAsync(2);
    }

    [Fact]
    public async Task RefusedToken_IsSaidOnce_AndTriedSlowly()
    {
        await using var workspace = await FakeWorkspace.StartAsync();
        await using var host = await StartAsync(workspace, new Probe(), options =>
        {
            options.AppToken = "xapp-1-wrong";
            options.RefusedSeconds = 0.2;
        });

        await workspace.WaitForCallAsync("apps.connections.open", _ => workspace.Calls.Count(call => call.Method == "apps.connections.open") >= 6);
        Assert.Single(host.Log.Lines, line => line.StartsWith("Error", StringComparison.Ordinal));
        Assert.DoesNotContain("xapp-1-wrong", host.Log.Text, StringComparison.Ordinal);
        Assert.Equal("Slack refuses the app-level token (invalid_auth).", State(host).Current.LastError);
        Assert.False(State(host).Connected);
    }

    [Fact]
    public async Task Start_WithoutAppToken_IsRefused()
    {
        await using var workspace = await FakeWorkspace.StartAsync();
        var refused = await Assert.ThrowsAsync<InvalidOperationException>(() => StartAsync(workspace, new Probe(), options => options.AppToken = ""));
        Assert.Contains("xapp-", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Stop_DrainsWhatIsInHand_AndClosesTheSockets()
    {
        await using var workspace = await FakeWorkspace.StartAsync();
        var release = new TaskCompletionSource();
        var probe = new Probe { Do = (_, _, token) => release.Task.WaitAsync(token) };
        await using var host = await StartAsync(workspace, probe);
        await workspace.Sockets.WaitForConnectionsAsync(2);
        workspace.AddUser("ada").Mention(workspace.AddChannel("papers"), "a long one");
        await probe.WaitAsync(seen => seen.Begun.Count == 1);

        var stopping = host.StopAsync();
        await workspace.Sockets.WaitForAtMostAsync(0);
        Assert.False(stopping.IsCompleted);
        release.SetResult();
        await stopping;
        Assert.Single(probe.Ended);
    }

    private static SlackConnectionState State(SlackHost host) => host.Services.GetRequiredService<SlackConnectionState>();

    private static Task<SlackHost> StartAsync(FakeWorkspace workspace, Probe probe, Action<SlackOptions>? options = null) => SlackHost.StartAsync(
        slack =>
        {
            slack.Services.AddSingleton(probe);
            slack.RegisterEventHandler<AppMention, ProbeEvents<AppMention>>().UseSocketMode();
        },
        workspace,
        settings =>
        {
            settings.SocketStaggerSeconds = 0;
            settings.ReconnectSeconds = 0.5;
            options?.Invoke(settings);
        },
        http: false);
}
