using System.Text.Json.Nodes;
using PaperBot.Slack.WebApi;

namespace PaperBot.Slack.Tests.WebApi;

/// <summary>A post whose answer was lost: written once, whether it had landed or not.</summary>
public sealed class LandedMessageTests
{
    private const string Posted = """{"ok":true,"channel":"C1","ts":"9.9"}""";
    private const string Empty = """{"ok":true,"messages":[]}""";

    private const string Landed =
        """
        {"ok":true,"messages":[{"ts":"3.0","metadata":{"event_type":"answer","event_payload":{"id":"other"}}},{"ts":"2.5"},
        {"ts":"2.0","metadata":{"event_type":"answer","event_payload":{"part":1.0,"id":"a1"}}}]}
        """;

    private static readonly CancellationToken None = CancellationToken.None;

    private static readonly Message Answer = new()
    {
        Channel = "C1",
        Text = "t",
        Metadata = new MessageMetadata("answer", new JsonObject { ["id"] = "a1", ["part"] = 1 }),
    };

    [Fact]
    public async Task Post_LandedThoughTheConnectionBroke_IsFoundAndNotWrittenAgain()
    {
        await using var test = await TestClient.StartAsync();
        test.Slack.On("chat.postMessage", StubSlack.Broken).On("conversations.history", StubSlack.Json(Landed));

        var call = test.Client.Chat.PostMessageAsync(Answer, None);
        await test.Time.PassPausesAsync(call);

        Assert.Equal(new PostedMessage("C1", "2.0"), await call);
        Assert.Single(test.Slack.To("chat.postMessage"));
        var lookUp = Assert.Single(test.Slack.To("conversations.history"));
        var oldest = new DateTimeOffset(2026, 11, 23, 8, 55, 0, TimeSpan.Zero).ToUnixTimeSeconds();
        Assert.Equal($"channel=C1&oldest={oldest}.000000&limit=200&include_all_metadata=true", lookUp.Body);
    }

    [Theory]
    [InlineData(503)]
    [InlineData(0)]
    public async Task Post_NotLanded_IsWrittenAgain(int status)
    {
        await using var test = await TestClient.StartAsync();
        test.Slack.On("chat.postMessage", status == 0 ? StubSlack.Broken : StubSlack.Text("", status), StubSlack.Json(Posted))
            .On("conversations.history", StubSlack.Json(Empty));

        var call = test.Client.Chat.PostMessageAsync(Answer, None);
        await test.Time.PassPausesAsync(call);

        Assert.Equal("9.9", (await call).Ts);
        Assert.Equal(2, test.Slack.To("chat.postMessage").Length);
    }

    [Fact]
    public async Task Post_SlackTakesTooLong_IsLookedUp()
    {
        await using var test = await TestClient.StartAsync();
        test.Slack.On("chat.postMessage", StubSlack.Silent).On("conversations.history", StubSlack.Json(Landed));

        var call = test.Client.Chat.PostMessageAsync(Answer, None);
        await test.Slack.WaitForAsync(requests: 1);
        await test.Time.PassDeadlineAsync();
        await test.Time.PassPausesAsync(call);

        Assert.Equal("2.0", (await call).Ts);
    }

    [Fact]
    public async Task Post_InAThread_IsLookedUpThere_OverAllPages()
    {
        await using var test = await TestClient.StartAsync();
        test.Slack.On("chat.postMessage", StubSlack.Broken)
            .On("conversations.replies", StubSlack.Json("""{"ok":true,"messages":[],"response_metadata":{"next_cursor":"p2"}}"""), StubSlack.Json(Landed));

        var call = test.Client.Chat.PostMessageAsync(Answer with { ThreadTs = "1.0" }, None);
        await test.Time.PassPausesAsync(call);

        Assert.Equal("2.0", (await call).Ts);
        Assert.Contains("&ts=1.0&", test.Slack.To("conversations.replies")[1].Body, StringComparison.Ordinal);
        Assert.Contains("cursor=p2", test.Slack.To("conversations.replies")[1].Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Post_ToAPerson_IsLookedUpInTheirConversation()
    {
        await using var test = await TestClient.StartAsync();
        test.Slack.On("chat.postMessage", StubSlack.Broken)
            .On("conversations.open", StubSlack.Json("""{"ok":true,"channel":{"id":"D1"}}"""))
            .On("conversations.history", StubSlack.Json(Landed));

        var call = test.Client.Chat.PostMessageAsync(Answer with { Channel = "U1" }, None);
        await test.Time.PassPausesAsync(call);

        Assert.Equal(new PostedMessage("D1", "2.0"), await call);
    }

    [Fact]
    public async Task Post_LookUpIsRefused_IsNotWrittenAgain()
    {
        await using var test = await TestClient.StartAsync();
        test.Slack.On("chat.postMessage", StubSlack.Broken).On("conversations.history", StubSlack.Json("""{"ok":false,"error":"missing_scope"}"""));

        var call = test.Client.Chat.PostMessageAsync(Answer, None);
        await test.Time.PassPausesAsync(call);

        Assert.Equal("connection_failed", (await Assert.ThrowsAsync<SlackException>(() => call)).ErrorCode);
        Assert.Single(test.Slack.To("chat.postMessage"));
        Assert.Contains("conversations.history answered missing_scope", test.Log.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Post_LastTryLanded_IsFound()
    {
        await using var test = await TestClient.StartAsync(options => options.MaxAttempts = 2);
        test.Slack.On("chat.postMessage", StubSlack.Broken).On("conversations.history", StubSlack.Json(Empty), StubSlack.Json(Landed));

        var call = test.Client.Chat.PostMessageAsync(Answer, None);
        await test.Time.PassPausesAsync(call);

        Assert.Equal("2.0", (await call).Ts);
        Assert.Equal(2, test.Slack.To("chat.postMessage").Length);
    }
}
