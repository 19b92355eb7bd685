using System.Text.Json.Nodes;
using FakeSlack;
using Microsoft.Extensions.Time.Testing;

namespace PaperBot.Slack.Tests.Workspace;

/// <summary>The workspace's sockets, seen from an app that speaks the bare protocol.</summary>
public sealed class SocketModeTests
{
    [Fact]
    public async Task Mention_InAChannelOfTheBot_ComesAsMentionAndAsMessage()
    {
        await using var workspace = await FakeWorkspace.StartAsync();
        using var app = new RawApp(workspace);
        var ada = workspace.AddUser("ada");
        var channel = workspace.AddChannel("papers");
        using var socket = await app.ConnectAsync();

        var said = ada.Mention(channel, "what is attention?");

        var (mention, message) = (await socket.ReadAsync(), await socket.ReadAsync());
        Assert.Equal("events_api", mention.GetProperty("type").GetString());
        Assert.False(mention.GetProperty("accepts_response_payload").GetBoolean());
        Assert.Equal(0, mention.GetProperty("retry_attempt").GetInt32());
        var payload = mention.GetProperty("payload");
        Assert.Equal("event_callback", payload.GetProperty("type").GetString());
        Assert.StartsWith("Ev", payload.GetProperty("event_id").GetString(), StringComparison.Ordinal);
        Assert.Equal(workspace.BotUserId, payload.GetProperty("authorizations")[0].GetProperty("user_id").GetString());
        Assert.Equal("app_mention", payload.GetProperty("event").GetProperty("type").GetString());
        Assert.Equal(said.Ts, payload.GetProperty("event").GetProperty("ts").GetString());
        var second = message.GetProperty("payload").GetProperty("event");
        Assert.Equal("message", second.GetProperty("type").GetString());
        Assert.Equal("channel", second.GetProperty("channel_type").GetString());
        Assert.Equal($"<@{workspace.BotUserId}> what is attention?", second.GetProperty("text").GetString());
    }

    [Fact]
    public async Task Event_NotAcknowledgedByTheDeadline_ComesAgainOverTheOtherSocketWithTheSameId()
    {
        var time = new FakeTimeProvider(DateTimeOffset.UnixEpoch.AddYears(56));
        await using var workspace = await FakeWorkspace.StartAsync(new() { RetryDelays = [TimeSpan.Zero] }, time);
        using var app = new RawApp(workspace);
        var ada = workspace.AddUser("ada");
        using var first = await app.ConnectAsync();
        using var second = await app.ConnectAsync();
        await workspace.Sockets.WaitForConnectionsAsync(2);

        ada.DirectMessage("hello");
        var reads = new[] { first.ReadAsync(), second.ReadAsync() };
        var once = await await Task.WhenAny(reads);
        time.Advance(TimeSpan.FromSeconds(4));
        var again = await Task.WhenAll(reads).WaitAsync(TimeSpan.FromSeconds(10));

        var repeat = again.Single(frame => frame.GetProperty("retry_attempt").GetInt32() == 1);
        Assert.Equal("timeout", repeat.GetProperty("retry_reason").GetString());
        Assert.Equal(once.GetProperty("payload").GetProperty("event_id").GetString(),
            repeat.GetProperty("payload").GetProperty("event_id").GetString());
        await (repeat.GetProperty("envelope_id").GetString() == again[0].GetProperty("envelope_id").GetString() ? first : second).AckAsync(repeat);
        var delivery = await workspace.WaitForDeliveryAsync(delivery => delivery.IsAcknowledged);
        Assert.Equal(["timeout", "ack"], delivery.Attempts.Select(attempt => attempt.Outcome));
    }

    [Fact]
    public async Task Command_AcknowledgedWithAText_ShowsItToThePersonOnly()
    {
        await using var workspace = await FakeWorkspace.StartAsync();
        using var app = new RawApp(workspace);
        var ada = workspace.AddUser("ada");
        var channel = workspace.AddChannel("papers");
        using var socket = await app.ConnectAsync();

        var given = ada.CommandAsync(channel, "/papers", "help");
        var envelope = await socket.ReadAsync();
        Assert.True(envelope.GetProperty("accepts_response_payload").GetBoolean());
        Assert.Equal("help", envelope.GetProperty("payload").GetProperty("text").GetString());
        await socket.AckAsync(envelope, new JsonObject { ["text"] = "Ask me anything." });
        var reply = await given;

        Assert.Equal("Ask me anything.", reply.Message?.Text);
        Assert.Equal("Ask me anything.", Assert.Single(workspace.Ephemerals(ada)).Shown);
        Assert.Empty(workspace.Messages(channel));
        Assert.Equal((200, "ok"), await app.PostAsync(reply.ResponseUrl, new { text = "Later.", response_type = "in_channel" }));
        Assert.Equal("Later.", Assert.Single(workspace.Messages(channel)).Text);
    }

    [Fact]
    public async Task Socket_FallenSilent_AnswersNoPingAndStaysOpen()
    {
        await using var workspace = await FakeWorkspace.StartAsync(new() { AckDeadline = TimeSpan.FromMilliseconds(200), RetryDelays = [] });
        using var app = new RawApp(workspace);
        var ada = workspace.AddUser("ada");
        using var socket = await app.ConnectAsync();
        await workspace.Sockets.WaitForConnectionsAsync();

        workspace.Sockets.Connections[0].FallSilent();
        var reading = socket.ReadAsync();
        ada.DirectMessage("are you there?");
        var delivery = await workspace.WaitForDeliveryAsync(_ => true);

        Assert.False(delivery.IsAcknowledged);
        Assert.False(reading.IsCompleted);
        Assert.Single(workspace.Sockets.Connections);
    }

    [Theory]
    [InlineData(DisconnectReason.RefreshRequested, "refresh_requested")]
    [InlineData(DisconnectReason.LinkDisabled, "link_disabled")]
    public async Task Disconnect_EachReason_IsSaidBeforeTheClose(DisconnectReason reason, string name)
    {
        await using var workspace = await FakeWorkspace.StartAsync();
        using var app = new RawApp(workspace);
        using var socket = await app.ConnectAsync();
        await workspace.Sockets.WaitForConnectionsAsync();

        await workspace.Sockets.DisconnectAsync(reason);

        var frame = await socket.ReadAsync();
        Assert.Equal(("disconnect", name), (frame.GetProperty("type").GetString(), frame.GetProperty("reason").GetString()));
        Assert.Equal(System.Text.Json.JsonValueKind.Undefined, (await socket.ReadAsync()).ValueKind);
        Assert.Equal(reason != DisconnectReason.LinkDisabled,
            (await app.CallAsync("apps.connections.open", token: workspace.AppToken)).GetProperty("ok").GetBoolean());
    }
}
