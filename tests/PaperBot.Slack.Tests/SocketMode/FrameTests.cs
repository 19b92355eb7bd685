using System.Net.WebSockets;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using PaperBot.Slack.Events;
using PaperBot.Slack.SocketMode;
using PaperBot.Slack.Tests.Dispatch;

namespace PaperBot.Slack.Tests.SocketMode;

/// <summary>Sockets on which all kinds of things come.</summary>
public sealed class FrameTests
{
    private const string Hello = """{"type":"hello","num_connections":1}""";

    [Fact]
    public async Task FramesThatAreNoEnvelopes_AreSurvived_AndUnknownOnesAcknowledged()
    {
        await using var slack = await ScriptedSlack.StartAsync();
        var seen = new TaskCompletionSource<string[]>();
        slack.OnSocket = async (socket, _) =>
        {
            await ScriptedSlack.SendAsync(socket, Hello);
            var large = "{\"a\":\"" + new string('x', 3_000) + "\"}";
            foreach (var frame in (string[])["", "{", "null", "[1]", "canary", """{"type":"events_api"}""", large])
                await ScriptedSlack.SendAsync(socket, frame);
            await socket.SendAsync(new byte[] { 1, 2, 3 }.AsMemory(), WebSocketMessageType.Binary, endOfMessage: true, default);
            await ScriptedSlack.SendAsync(socket, """{"type":"never_heard_of","envelope_id":"e1","payload":{}}""");
            await ScriptedSlack.SendAsync(socket, """{"type":"events_api","envelope_id":"e2","payload":"canary"}""");
            await ScriptedSlack.SendAsync(socket, $$"""{"type":"events_api","envelope_id":"e3","payload":{{Payloads.Message("E1", "canary")}}}""");
            seen.SetResult([await ScriptedSlack.ReadAsync(socket), await ScriptedSlack.ReadAsync(socket), await ScriptedSlack.ReadAsync(socket)]);
            await ScriptedSlack.ReadAsync(socket);
        };
        var probe = new Probe();
        await using var host = await StartAsync(slack, probe, options => options.MessageBytes = 2_048);

        Assert.Equal(["""{"envelope_id":"e1"}""", """{"envelope_id":"e2"}""", """{"envelope_id":"e3"}"""], await seen.Task.WaitAsync(Probe.Patience));
        await probe.WaitAsync(handled => handled.Ended.Count == 1);
        Assert.DoesNotContain("canary", host.Log.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("ticket", host.Log.Text, StringComparison.Ordinal);
        Assert.Equal(1, slack.Asked);
    }

    [Fact]
    public async Task SocketWithoutHello_IsGivenUp_AndNeverCountsAsConnected()
    {
        await using var slack = await ScriptedSlack.StartAsync();
        var second = new TaskCompletionSource();
        slack.OnSocket = async (socket, number) =>
        {
            if (number == 2)
                second.SetResult();
            await ScriptedSlack.ReadAsync(socket);
        };
        await using var host = await StartAsync(slack, new Probe(), options => (options.HelloSeconds, options.ReconnectSeconds) = (0.2, 0.1));
        await second.Task.WaitAsync(Probe.Patience);
        var state = host.Services.GetRequiredService<SlackConnectionState>().Current;
        Assert.Equal((false, 0), (state.Connected, state.LiveSockets));
        Assert.Equal("A socket to Slack was not ready within 0.2 s.", state.LastError);
    }

    [Fact]
    public async Task SilentSocket_IsDeadToTheSecond()
    {
        await using var slack = await ScriptedSlack.StartAsync();
        var again = new TaskCompletionSource();
        slack.OnSocket = async (socket, number) =>
        {
            if (number == 2)
                again.SetResult();
            await ScriptedSlack.SendAsync(socket, Hello);
            await ScriptedSlack.ReadAsync(socket).ContinueWith(_ => { }, TaskScheduler.Default);
        };
        var time = new FakeTimeProvider(TimeProvider.System.GetUtcNow());
        await using var host = await StartAsync(slack, new Probe(), time: time);
        await host.Log.WaitAsync("Information: A socket to Slack is open");
        var state = host.Services.GetRequiredService<SlackConnectionState>();

        // Pings go by the real clock, which does not get to the first one here.
        time.Advance(TimeSpan.FromSeconds(29));
        Assert.True(state.Connected);
        time.Advance(TimeSpan.FromSeconds(1));
        Assert.False(state.Connected);
        await host.Log.WaitAsync("Warning: A socket to Slack was silent for 30 s");
        await host.Log.WaitAsync("Warning: A socket to Slack was silent for 30 s. Socket 1 is opened again");
        time.Advance(TimeSpan.FromSeconds(2));
        await again.Task.WaitAsync(Probe.Patience);
    }

    [Fact]
    public async Task RateLimit_IsWaitedOut()
    {
        await using var slack = await ScriptedSlack.StartAsync();
        slack.OnOpen = context =>
        {
            context.Response.StatusCode = StatusCodes.Status429TooManyRequests;
            context.Response.Headers.RetryAfter = "600";
            return Task.CompletedTask;
        };
        await using var host = await StartAsync(slack, new Probe());
        await host.Log.WaitAsync("Warning: Slack asks to wait before the next socket. Socket 1 is opened again in 60");
        Assert.Equal(1, slack.Asked);
    }

    [Fact]
    public async Task Stop_ClosesTheSocketWithAFrame_ThoughSlackDoesNotAnswer()
    {
        await using var slack = await ScriptedSlack.StartAsync();
        var last = new TaskCompletionSource<string>();
        var hold = new TaskCompletionSource();
        slack.OnSocket = async (socket, _) =>
        {
            await ScriptedSlack.SendAsync(socket, Hello);
            last.SetResult(await ScriptedSlack.ReadAsync(socket));
            await hold.Task;
        };
        await using var host = await StartAsync(slack, new Probe());
        await host.Log.WaitAsync("Information: A socket to Slack is open");
        await host.StopAsync().WaitAsync(TimeSpan.FromSeconds(10));
        Assert.Equal("(close)", await last.Task);
        hold.SetResult();
    }

    [Theory]
    [InlineData(1, 1)]
    [InlineData(2, 2)]
    [InlineData(5, 16)]
    [InlineData(7, 60)]
    [InlineData(1_000, 60)]
    public void Backoff_DoublesUpToItsMost(int failures, double seconds) =>
        Assert.Equal(TimeSpan.FromSeconds(seconds), Backoff.Ceiling(failures, TimeSpan.FromSeconds(60)));

    private static Task<SlackHost> StartAsync(ScriptedSlack server, Probe probe, Action<SlackOptions>? options = null, TimeProvider? time = null) =>
        SlackHost.StartAsync(
            slack =>
            {
                slack.Services.AddSingleton(probe);
                slack.RegisterEventHandler<MessageEvent, ProbeEvents<MessageEvent>>().UseSocketMode();
            },
            options: settings =>
            {
                settings.ApiUrl = server.ApiUrl;
                settings.AppToken = "xapp-1";
                settings.Sockets = 1;
                options?.Invoke(settings);
            },
            time: time,
            http: false);
}
