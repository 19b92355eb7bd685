using System.Text.Json.Nodes;
using FakeSlack;
using Microsoft.Extensions.Time.Testing;

namespace PaperBot.Slack.Tests.Workspace;

/// <summary>Clicks, menus, modals and shortcuts in the workspace.</summary>
public sealed class InteractionTests
{
    private static readonly object Modal = new
    {
        type = "modal",
        callback_id = "compare",
        title = Plain("Compare papers"),
        submit = Plain("Compare"),
        notify_on_close = true,
        blocks = new object[]
        {
            new { type = "input", block_id = "papers", label = Plain("Papers"),
                element = new { type = "multi_external_select", action_id = "papers", min_query_length = 2 } },
            new { type = "input", block_id = "why", optional = true, label = Plain("Why"),
                element = new { type = "plain_text_input", action_id = "why" } },
        },
    };

    [Fact]
    public async Task Click_OnAButton_CarriesTheMessageTheValueAndAResponseUrl()
    {
        await using var workspace = await FakeWorkspace.StartAsync(new() { Events = new HashSet<string>() });
        using var app = new RawApp(workspace);
        var ada = workspace.AddUser("ada");
        var channel = workspace.AddChannel("papers");
        using var socket = await app.ConnectAsync();
        var posted = await PostButtonAsync(app, workspace, channel);

        var clicking = ada.ClickAsync(posted, "More");
        var payload = (await AckNextAsync(socket)).GetProperty("payload");
        await clicking;

        Assert.Equal("block_actions", payload.GetProperty("type").GetString());
        Assert.Equal(("more", "p42"), (payload.GetProperty("actions")[0].GetProperty("action_id").GetString(),
            payload.GetProperty("actions")[0].GetProperty("value").GetString()));
        Assert.Equal(posted.Ts, payload.GetProperty("container").GetProperty("message_ts").GetString());
        Assert.Equal("fallback", payload.GetProperty("message").GetProperty("text").GetString());
        var url = payload.GetProperty("response_url").GetString()!;
        Assert.Equal((200, "ok"), await app.PostAsync(url, new { replace_original = true, text = "gone" }));
        var replaced = workspace.Find(posted)!;
        Assert.Equal(("gone", "fallback"), (replaced.Text, Assert.Single(replaced.History).Text));
    }

    [Fact]
    public async Task ResponseUrl_UsedSixTimesOrLate_IsRefused()
    {
        var time = new FakeTimeProvider(DateTimeOffset.UnixEpoch.AddYears(56));
        await using var workspace = await FakeWorkspace.StartAsync(null, time);
        using var app = new RawApp(workspace);
        var ada = workspace.AddUser("ada");
        var channel = workspace.AddChannel("papers");
        using var socket = await app.ConnectAsync();
        var given = ada.CommandAsync(channel, "/papers");
        await AckNextAsync(socket);
        var url = (await given).ResponseUrl;

        var answers = new List<(int, string)>();
        for (var at = 0; at < 6; at++)
            answers.Add(await app.PostAsync(url, new { text = $"{at}" }));
        time.Advance(TimeSpan.FromMinutes(31));
        answers.Add(await app.PostAsync(url, new { text = "late" }));

        Assert.Equal([.. Enumerable.Repeat((200, "ok"), 5), (404, "used_url"), (404, "expired_url")], answers);
        Assert.Equal(5, workspace.Ephemerals(ada).Count);
    }

    [Fact]
    public async Task Modal_FromShortcutToSubmission_KeepsWhatThePersonEntered()
    {
        await using var workspace = await FakeWorkspace.StartAsync();
        using var app = new RawApp(workspace);
        var ada = workspace.AddUser("ada");
        using var socket = await app.ConnectAsync();

        var shortcut = ada.GlobalShortcutAsync("compare");
        var trigger = (await AckNextAsync(socket)).GetProperty("payload").GetProperty("trigger_id").GetString();
        await shortcut;
        Assert.True((await app.CallAsync("views.open", new { trigger_id = trigger, view = Modal })).GetProperty("ok").GetBoolean());
        Assert.Equal("exchanged_trigger_id",
            (await app.CallAsync("views.open", new { trigger_id = trigger, view = Modal })).GetProperty("error").GetString());
        var view = await workspace.WaitForViewAsync(ada);

        var typing = ada.TypeaheadAsync(view, "papers", "att");
        var asked = await AckNextAsync(socket, JsonNode.Parse("""{"options":[{"text":{"type":"plain_text","text":"Attention"},"value":"a1"}]}"""));
        var options = await typing;
        Assert.Equal(("block_suggestion", "att"),
            (asked.GetProperty("payload").GetProperty("type").GetString(), asked.GetProperty("payload").GetProperty("value").GetString()));

        var refused = ada.SubmitAsync(view, ("papers", options));
        var submission = await AckNextAsync(socket, JsonNode.Parse("""{"response_action":"errors","errors":{"papers":"One more, please."}}"""));
        await refused;
        var entered = submission.GetProperty("payload").GetProperty("view").GetProperty("state").GetProperty("values");
        Assert.Equal("a1", entered.GetProperty("papers").GetProperty("papers").GetProperty("selected_options")[0].GetProperty("value").GetString());
        Assert.Equal(System.Text.Json.JsonValueKind.Null, entered.GetProperty("why").GetProperty("why").GetProperty("value").ValueKind);
        Assert.Equal("One more, please.", workspace.OpenView(ada)!.Errors["papers"]);

        var accepted = ada.SubmitAsync(view);
        await AckNextAsync(socket);
        await accepted;
        Assert.Null(workspace.OpenView(ada));
    }

    [Fact]
    public async Task Trigger_AfterThreeSeconds_OpensNothing()
    {
        var time = new FakeTimeProvider(DateTimeOffset.UnixEpoch.AddYears(56));
        await using var workspace = await FakeWorkspace.StartAsync(null, time);
        using var app = new RawApp(workspace);
        var ada = workspace.AddUser("ada");
        using var socket = await app.ConnectAsync();
        var shortcut = ada.GlobalShortcutAsync("compare");
        var trigger = (await AckNextAsync(socket)).GetProperty("payload").GetProperty("trigger_id").GetString();
        await shortcut;

        time.Advance(TimeSpan.FromSeconds(3.5));

        Assert.Equal("expired_trigger_id",
            (await app.CallAsync("views.open", new { trigger_id = trigger, view = Modal })).GetProperty("error").GetString());
        Assert.Equal("invalid_trigger_id",
            (await app.CallAsync("views.open", new { trigger_id = "1.2.3", view = Modal })).GetProperty("error").GetString());
    }

    [Fact]
    public async Task Submit_WithANeededInputEmpty_IsStoppedByTheClient()
    {
        await using var workspace = await FakeWorkspace.StartAsync();
        using var app = new RawApp(workspace);
        var ada = workspace.AddUser("ada");
        using var socket = await app.ConnectAsync();
        var shortcut = ada.GlobalShortcutAsync("compare");
        var trigger = (await AckNextAsync(socket)).GetProperty("payload").GetProperty("trigger_id").GetString();
        await shortcut;
        await app.CallAsync("views.open", new { trigger_id = trigger, view = Modal });

        await Assert.ThrowsAsync<InvalidOperationException>(() => ada.SubmitAsync(workspace.OpenView(ada)!));
    }

    [Fact]
    public async Task Links_OfTheAppsDomains_AreSharedAndUnfurled()
    {
        await using var workspace = await FakeWorkspace.StartAsync(new() { Events = new HashSet<string> { "link_shared" } });
        using var app = new RawApp(workspace);
        var ada = workspace.AddUser("ada");
        var channel = workspace.AddChannel("papers", withBot: false);
        using var socket = await app.ConnectAsync();

        var message = ada.ShareLink(channel, "https://arxiv.org/abs/1706.03762");
        var shared = (await AckNextAsync(socket)).GetProperty("payload").GetProperty("event");
        var unfurl = new Dictionary<string, object>
        {
            ["https://arxiv.org/abs/1706.03762"] = new
            {
                blocks = new[] { new { type = "section",
                text = new { type = "mrkdwn", text = "*Attention*" } } }
            },
        };
        var done = await app.CallAsync("chat.unfurl",
            new { channel = channel.Id, ts = shared.GetProperty("message_ts").GetString(), unfurls = unfurl });

        Assert.True(done.GetProperty("ok").GetBoolean());
        Assert.False(shared.GetProperty("is_bot_user_member").GetBoolean());
        Assert.Contains("*Attention*", workspace.Find(message)!.Shown, StringComparison.Ordinal);
    }

    private static object Plain(string text) => new { type = "plain_text", text };

    private static async Task<FakeMessage> PostButtonAsync(RawApp app, FakeWorkspace workspace, FakeChannel channel)
    {
        await app.CallAsync("chat.postMessage", new
        {
            channel = channel.Id,
            text = "fallback",
            blocks = new[] { new { type = "actions",
                elements = new[] { new { type = "button", action_id = "more", value = "p42", text = Plain("More") } } } },
        });
        return workspace.Messages(channel)[^1];
    }

    private static async Task<System.Text.Json.JsonElement> AckNextAsync(RawSocket socket, JsonNode? payload = null)
    {
        var envelope = await socket.ReadAsync();
        await socket.AckAsync(envelope, payload);
        return envelope;
    }
}
