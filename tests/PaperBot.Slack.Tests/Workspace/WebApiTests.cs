using FakeSlack;
using Microsoft.Extensions.Time.Testing;

namespace PaperBot.Slack.Tests.Workspace;

/// <summary>The workspace's Web API by Slack's rules.</summary>
public sealed class WebApiTests
{
    [Fact]
    public async Task Post_ToAThread_IsStoredAndReadBackWithItsMetadata()
    {
        await using var workspace = await FakeWorkspace.StartAsync();
        using var app = new RawApp(workspace);
        var ada = workspace.AddUser("ada");
        var channel = workspace.AddChannel("papers");
        var question = ada.Say(channel, "which?");

        var posted = await app.CallAsync("chat.postMessage", new
        {
            channel = channel.Id,
            thread_ts = question.Ts,
            text = "this one",
            blocks = new[] { new { type = "section", text = new { type = "mrkdwn", text = "*this* one" } } },
            metadata = new { event_type = "answer", event_payload = new { id = "42" } },
        });
        var replies = await app.FormAsync("conversations.replies", ("channel", channel.Id), ("ts", question.Ts), ("include_all_metadata", "true"));

        Assert.True(posted.GetProperty("ok").GetBoolean());
        var reply = replies.GetProperty("messages")[1];
        Assert.Equal("42", reply.GetProperty("metadata").GetProperty("event_payload").GetProperty("id").GetString());
        Assert.NotEmpty(reply.GetProperty("blocks")[0].GetProperty("block_id").GetString()!);
        Assert.Equal(1, replies.GetProperty("messages")[0].GetProperty("reply_count").GetInt32());
        Assert.Equal("*this* one", (await workspace.WaitForAnswerAsync(question)).Shown);
    }

    [Theory]
    [InlineData("chat.postMessage", "xoxb-wrong", "invalid_auth")]
    [InlineData("chat.postMessage", "", "not_authed")]
    [InlineData("chat.shout", null, "unknown_method")]
    public async Task Call_Wrong_IsRefusedWithSlacksCode(string method, string? token, string error)
    {
        await using var workspace = await FakeWorkspace.StartAsync();
        using var app = new RawApp(workspace);

        Assert.Equal(error, (await app.CallAsync(method, new { channel = "C1", text = "x" }, token)).GetProperty("error").GetString());
    }

    [Fact]
    public async Task Call_ArgumentsUnknownOrMissing_NamesThem()
    {
        await using var workspace = await FakeWorkspace.StartAsync();
        using var app = new RawApp(workspace);

        var answer = await app.CallAsync("chat.postMessage", new { text = "x", colour = "red" });

        Assert.Equal("invalid_arguments", answer.GetProperty("error").GetString());
        Assert.Equal(
            ["[ERROR] missing required field: channel", "[ERROR] unknown field: colour"],
            answer.GetProperty("response_metadata").GetProperty("messages").EnumerateArray().Select(message => message.GetString()));
    }

    [Fact]
    public async Task Call_WithoutTheScope_SaysWhichIsNeeded()
    {
        await using var workspace = await FakeWorkspace.StartAsync(new() { Scopes = new HashSet<string> { "chat:write" } });
        using var app = new RawApp(workspace);
        var channel = workspace.AddChannel("lab", ChannelKind.Private);

        var answer = await app.FormAsync("conversations.history", ("channel", channel.Id));

        Assert.Equal(("missing_scope", "groups:history", "chat:write"), (
            answer.GetProperty("error").GetString(), answer.GetProperty("needed").GetString(), answer.GetProperty("provided").GetString()));
    }

    [Fact]
    public async Task RateLimit_MoreThanABurstInOneChannel_Answers429UntilTimePasses()
    {
        var time = new FakeTimeProvider(DateTimeOffset.UnixEpoch.AddYears(56));
        await using var workspace = await FakeWorkspace.StartAsync(new() { EnforceRateLimits = true, ChannelBurst = 2 }, time);
        using var app = new RawApp(workspace);
        var channel = workspace.AddChannel("papers");
        var statuses = new List<int>();
        for (var at = 0; at < 3; at++)
            using (var response = await app.SendAsync("chat.postMessage", new { channel = channel.Id, text = "x" }))
                statuses.Add((int)response.StatusCode);
        time.Advance(TimeSpan.FromSeconds(1));
        using var later = await app.SendAsync("chat.postMessage", new { channel = channel.Id, text = "x" });

        Assert.Equal([200, 200, 429], statuses);
        Assert.Equal(200, (int)later.StatusCode);
    }

    [Fact]
    public async Task Fault_DropAfter_LosesTheReplyAndKeepsTheMessage()
    {
        await using var workspace = await FakeWorkspace.StartAsync();
        using var app = new RawApp(workspace);
        var channel = workspace.AddChannel("papers");
        workspace.Faults.Next("chat.postMessage", Fault.DropAfter());

        await Assert.ThrowsAsync<HttpRequestException>(() => app.CallAsync("chat.postMessage", new { channel = channel.Id, text = "landed" }));

        Assert.Equal("landed", Assert.Single(workspace.Messages(channel)).Text);
    }
}
