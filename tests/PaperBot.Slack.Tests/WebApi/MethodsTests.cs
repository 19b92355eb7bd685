using System.Text.Json.Nodes;
using PaperBot.Slack.Blocks;
using PaperBot.Slack.WebApi;

namespace PaperBot.Slack.Tests.WebApi;

/// <summary>Each method as it goes over the wire, and its answer as it comes back.</summary>
public sealed class MethodsTests
{
    private const string JsonType = "application/json; charset=utf-8";
    private const string FormType = "application/x-www-form-urlencoded";
    private static readonly CancellationToken None = CancellationToken.None;
    private static readonly Message Hello = new() { Channel = "C1", Text = "Hello" };

    [Fact]
    public async Task AuthTest_ScopesInTheHeader_AreRead()
    {
        await using var test = await TestClient.StartAsync();
        test.Slack.On("auth.test", async context =>
        {
            context.Response.Headers["X-OAuth-Scopes"] = "chat:write, app_mentions:read";
            await StubSlack.Json("""{"ok":true,"url":"https://t.slack.com/","team":"T","user":"bot","team_id":"T1","user_id":"U1","bot_id":"B1"}""")(context);
        });

        var who = await test.Client.Auth.TestAsync(None);

        Assert.Equal(("T1", "U1", "B1"), (who.TeamId, who.UserId, who.BotId));
        Assert.Equal(["chat:write", "app_mentions:read"], who.Scopes);
        AssertSent(test, "auth.test", FormType, "");
    }

    [Fact]
    public async Task OpenConnection_TakesTheAppToken()
    {
        await using var test = await TestClient.StartAsync();
        test.Slack.On("apps.connections.open", StubSlack.Json("""{"ok":true,"url":"wss://wss.example/link?ticket=1"}"""));

        Assert.Equal("wss://wss.example/link?ticket=1", (await test.Client.Apps.OpenConnectionAsync(None)).ToString());

        AssertSent(test, "apps.connections.open", FormType, "", TestClient.AppToken);
    }

    [Fact]
    public async Task PostMessage_EverythingSet_IsSentInSlacksWords()
    {
        await using var test = await TestClient.StartAsync();
        test.Slack.On("chat.postMessage", StubSlack.Json("""{"ok":true,"channel":"C1","ts":"1.2","message":{"text":"x"},"new_field":[]}"""));

        var posted = await test.Client.Chat.PostMessageAsync(
            Hello with
            {
                Blocks = [new DividerBlock()],
                ThreadTs = "1.0",
                ReplyBroadcast = true,
                Metadata = new MessageMetadata("answered", new JsonObject { ["id"] = "a", ["camelCase"] = 1 }),
            },
            None);

        Assert.Equal(new PostedMessage("C1", "1.2"), posted);
        AssertSent(
            test,
            "chat.postMessage",
            JsonType,
            """{"channel":"C1","text":"Hello","blocks":[{"type":"divider"}],"thread_ts":"1.0","reply_broadcast":true,"""
            + """ "metadata":{"event_type":"answered","event_payload":{"id":"a","camelCase":1}},"unfurl_links":false,"unfurl_media":false}""".TrimStart());
    }

    [Fact]
    public async Task PostEphemeral_IsSentInSlacksWords()
    {
        await using var test = await TestClient.StartAsync();
        test.Slack.On("chat.postEphemeral", StubSlack.Json("""{"ok":true,"message_ts":"1.2"}"""));

        await test.Client.Chat.PostEphemeralAsync("U1", Hello with { ThreadTs = "1.0" }, None);

        AssertSent(test, "chat.postEphemeral", JsonType, """{"user":"U1","channel":"C1","text":"Hello","thread_ts":"1.0"}""");
    }

    [Fact]
    public async Task Update_WithoutBlocks_TakesTheOldOnesAway()
    {
        await using var test = await TestClient.StartAsync();
        test.Slack.On("chat.update", StubSlack.Json("""{"ok":true,"channel":"C1","ts":"1.2","text":"Hello"}"""));

        await test.Client.Chat.UpdateAsync("1.2", Hello, None);

        AssertSent(test, "chat.update", JsonType, """{"channel":"C1","ts":"1.2","text":"Hello","blocks":[]}""");
    }

    [Fact]
    public async Task Delete_IsSentInSlacksWords()
    {
        await using var test = await TestClient.StartAsync();
        test.Slack.On("chat.delete", StubSlack.Json("""{"ok":true}"""));

        await test.Client.Chat.DeleteAsync("C1", "1.2", None);

        AssertSent(test, "chat.delete", JsonType, """{"channel":"C1","ts":"1.2"}""");
    }

    [Fact]
    public async Task GetPermalink_IsAForm()
    {
        await using var test = await TestClient.StartAsync();
        test.Slack.On("chat.getPermalink", StubSlack.Json("""{"ok":true,"channel":"C1","permalink":"https://t.slack.com/archives/C1/p12"}"""));

        Assert.Equal("https://t.slack.com/archives/C1/p12", (await test.Client.Chat.GetPermalinkAsync("C1", "1.2", None)).ToString());

        AssertSent(test, "chat.getPermalink", FormType, "channel=C1&message_ts=1.2");
    }

    [Fact]
    public async Task Unfurl_OfAPostedMessage_NamesChannelAndMessage()
    {
        await using var test = await TestClient.StartAsync();
        test.Slack.On("chat.unfurl", StubSlack.Json("""{"ok":true}"""));

        await test.Client.Chat.UnfurlAsync(Preview(), None);

        AssertSent(test, "chat.unfurl", JsonType, """{"channel":"C1","ts":"1.2","unfurls":{"https://a.example/Some_Page":{"blocks":[{"type":"divider"}]}}}""");
    }

    [Fact]
    public async Task Unfurl_InTheComposer_NamesTheUnfurlAlone()
    {
        await using var test = await TestClient.StartAsync();
        test.Slack.On("chat.unfurl", StubSlack.Json("""{"ok":true}"""));

        await test.Client.Chat.UnfurlAsync(Preview() with { UnfurlId = "Uxxx", Source = "composer" }, None);

        AssertSent(
            test, "chat.unfurl", JsonType, """{"unfurl_id":"Uxxx","source":"composer","unfurls":{"https://a.example/Some_Page":{"blocks":[{"type":"divider"}]}}}""");
    }

    [Fact]
    public async Task Stream_StartAppendStop_AreSentInSlacksWords()
    {
        await using var test = await TestClient.StartAsync();
        test.Slack.On("chat.startStream", StubSlack.Json("""{"ok":true,"channel":"C1","ts":"1.2"}"""))
            .On("chat.appendStream", StubSlack.Json("""{"ok":true,"channel":"C1","ts":"1.2"}"""))
            .On("chat.stopStream", StubSlack.Json("""{"ok":true,"channel":"C1","ts":"1.2"}"""));

        var stream = await test.Client.Chat.StartStreamAsync(
            new StreamStart("C1", "1.0") { MarkdownText = "a", RecipientUserId = "U1", RecipientTeamId = "T1" }, None);
        await test.Client.Chat.AppendStreamAsync(stream.Channel, stream.Ts, "b", None);
        await test.Client.Chat.StopStreamAsync(new StreamStop(stream.Channel, stream.Ts) { Blocks = [new DividerBlock()] }, None);

        AssertSent(
            test, "chat.startStream", JsonType, """{"channel":"C1","thread_ts":"1.0","markdown_text":"a","recipient_user_id":"U1","recipient_team_id":"T1"}""");
        AssertSent(test, "chat.appendStream", JsonType, """{"channel":"C1","ts":"1.2","markdown_text":"b"}""");
        AssertSent(test, "chat.stopStream", JsonType, """{"channel":"C1","ts":"1.2","blocks":[{"type":"divider"}]}""");
    }

    [Fact]
    public async Task ConversationInfo_IsReadWithNullsAndUnknownFields()
    {
        await using var test = await TestClient.StartAsync();
        test.Slack.On("conversations.info", StubSlack.Json("""{"ok":true,"channel":{"id":"C1","name":null,"is_private":true,"is_member":true,"topic":{}}}"""));

        var conversation = await test.Client.Conversations.InfoAsync("C1", None);

        Assert.Equal(new Conversation { Id = "C1", IsPrivate = true, IsMember = true }, conversation);
        AssertSent(test, "conversations.info", FormType, "channel=C1");
    }

    [Fact]
    public async Task History_AsksForMetadata_AndReadsThePage()
    {
        await using var test = await TestClient.StartAsync();
        test.Slack.On("conversations.history", StubSlack.Json(
            """
            {"ok":true,"messages":[{"type":"message","ts":"2.0","text":"b","user":"U1","files":null,"metadata":{"event_type":"e","event_payload":{"id":"1"}}},
            null,{"ts":"1.0","text":null,"bot_id":"B1","subtype":"bot_message","thread_ts":"1.0"}],"has_more":true,"response_metadata":{"next_cursor":"n="}}
            """));

        var page = await test.Client.Conversations.HistoryAsync(new HistoryQuery("C1") { Oldest = "0.5", Inclusive = true, Limit = 2, Cursor = "c=" }, None);

        Assert.Equal("n=", page.NextCursor);
        Assert.Equal(["2.0", "1.0"], page.Messages.Select(message => message.Ts));
        Assert.Equal("1", page.Messages[0].Metadata!.EventPayload.GetProperty("id").GetString());
        Assert.Empty(page.Messages[0].Files);
        Assert.Equal(("", "B1", "bot_message"), (page.Messages[1].Text, page.Messages[1].BotId, page.Messages[1].Subtype));
        AssertSent(test, "conversations.history", FormType, "channel=C1&oldest=0.5&inclusive=true&limit=2&cursor=c%3D&include_all_metadata=true");
    }

    [Fact]
    public async Task Replies_LastPage_HasNoCursor()
    {
        await using var test = await TestClient.StartAsync();
        test.Slack.On("conversations.replies", StubSlack.Json("""{"ok":true,"messages":[{"ts":"1.0"}],"response_metadata":{"next_cursor":""}}"""));

        var page = await test.Client.Conversations.RepliesAsync("1.0", new HistoryQuery("C1") { Latest = "9.0" }, None);

        Assert.Null(page.NextCursor);
        AssertSent(test, "conversations.replies", FormType, "channel=C1&ts=1.0&latest=9.0&limit=100&include_all_metadata=true");
    }

    [Fact]
    public async Task OpenConversation_GivesItsId()
    {
        await using var test = await TestClient.StartAsync();
        test.Slack.On("conversations.open", StubSlack.Json("""{"ok":true,"channel":{"id":"D1"}}"""));

        Assert.Equal("D1", await test.Client.Conversations.OpenAsync("U1", None));

        AssertSent(test, "conversations.open", JsonType, """{"users":"U1"}""");
    }

    [Fact]
    public async Task UserInfo_IsRead()
    {
        await using var test = await TestClient.StartAsync();
        test.Slack.On("users.info", StubSlack.Json("""{"ok":true,"user":{"id":"U1","name":"reader","is_admin":true,"tz":"Europe/Berlin","profile":{}}}"""));

        Assert.Equal(new UserInfo { Id = "U1", Name = "reader", IsAdmin = true, Tz = "Europe/Berlin" }, await test.Client.Users.InfoAsync("U1", None));

        AssertSent(test, "users.info", FormType, "user=U1");
    }

    [Fact]
    public async Task Views_OpenPushUpdatePublish_AreSentInSlacksWords()
    {
        await using var test = await TestClient.StartAsync();
        var answer = StubSlack.Json("""{"ok":true,"view":{"id":"V1"}}""");
        test.Slack.On("views.open", answer).On("views.push", answer).On("views.update", answer).On("views.publish", answer);
        var modal = new ModalView { Title = "T", Blocks = [new DividerBlock()] };
        const string modalJson = """{"type":"modal","title":{"type":"plain_text","text":"T"},"blocks":[{"type":"divider"}]}""";

        Assert.Equal("V1", await test.Client.Views.OpenAsync("1.2.a", modal, None));
        Assert.Equal("V1", await test.Client.Views.PushAsync("1.2.b", modal, None));
        await test.Client.Views.UpdateAsync("V1", modal, None);
        await test.Client.Views.PublishAsync("U1", new HomeView { Blocks = [new DividerBlock()] }, None);

        AssertSent(test, "views.open", JsonType, $$"""{"trigger_id":"1.2.a","view":{{modalJson}}}""");
        AssertSent(test, "views.push", JsonType, $$"""{"trigger_id":"1.2.b","view":{{modalJson}}}""");
        AssertSent(test, "views.update", JsonType, $$"""{"view_id":"V1","view":{{modalJson}}}""");
        AssertSent(test, "views.publish", JsonType, """{"user_id":"U1","view":{"type":"home","blocks":[{"type":"divider"}]}}""");
    }

    [Fact]
    public async Task AddReaction_ThereAlready_IsNoError()
    {
        await using var test = await TestClient.StartAsync();
        test.Slack.On("reactions.add", StubSlack.Json("""{"ok":false,"error":"already_reacted"}"""));

        await test.Client.Reactions.AddAsync("C1", "1.2", "eyes", None);

        AssertSent(test, "reactions.add", JsonType, """{"channel":"C1","timestamp":"1.2","name":"eyes"}""");
    }

    [Fact]
    public async Task AssistantThreads_AreSentInSlacksWords()
    {
        await using var test = await TestClient.StartAsync();
        var answer = StubSlack.Json("""{"ok":true}""");
        test.Slack.On("assistant.threads.setStatus", answer).On("assistant.threads.setTitle", answer).On("assistant.threads.setSuggestedPrompts", answer);

        await test.Client.AssistantThreads.SetStatusAsync("D1", "1.0", "", None);
        await test.Client.AssistantThreads.SetTitleAsync("D1", "1.0", "t", None);
        await test.Client.AssistantThreads.SetSuggestedPromptsAsync("D1", null, null, [new SuggestedPrompt("a", "b")], None);

        AssertSent(test, "assistant.threads.setStatus", JsonType, """{"channel_id":"D1","thread_ts":"1.0","status":""}""");
        AssertSent(test, "assistant.threads.setTitle", JsonType, """{"channel_id":"D1","thread_ts":"1.0","title":"t"}""");
        AssertSent(test, "assistant.threads.setSuggestedPrompts", JsonType, """{"channel_id":"D1","prompts":[{"title":"a","message":"b"}]}""");
    }

    private static Unfurl Preview() => new()
    {
        Channel = "C1",
        Ts = "1.2",
        Unfurls = new Dictionary<string, UnfurlContent> { ["https://a.example/Some_Page"] = new([new DividerBlock()]) },
    };

    private static void AssertSent(TestClient test, string method, string type, string body, string token = TestClient.BotToken)
    {
        var request = Assert.Single(test.Slack.To(method));
        Assert.Equal(("POST", "Bearer " + token, type, body), (request.Method, request.Authorization, request.ContentType, request.Body));
    }
}
