using System.Text.Json.Nodes;
using FakeSlack;

namespace PaperBot.Slack.Tests.Workspace;

/// <summary>The workspace's pages.</summary>
public sealed class PageTests
{
    [Theory]
    [InlineData("mrkdwn", "<script>alert(1)</script> *<https://x.org/?a=*b*|*link*>*")]
    [InlineData("mrkdwn", "&lt;img src=x onerror=alert(1)&gt; <javascript:alert(1)|x>")]
    [InlineData("plain_text", "<img src=x onerror=alert(1)>\"'")]
    public void Render_HostileText_IsEscaped(string type, string text)
    {
        var html = BlockHtml.Render(new JsonObject
        {
            ["blocks"] = new JsonArray(new JsonObject { ["type"] = "section", ["text"] = new JsonObject { ["type"] = type, ["text"] = text } }),
        });

        Assert.DoesNotContain("<script>alert", html, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("<img", html, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("\"javascript:", html, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("href=\"https://x.org/?a=<", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Channel_InTheBrowser_ShowsWhatWasSaidAndTakesWhatIsTyped()
    {
        await using var workspace = await FakeWorkspace.StartAsync();
        var ada = workspace.AddUser("ada");
        var channel = workspace.AddChannel("papers");
        ada.Say(channel, "*bold* words");
        using var browser = new HttpClient();
        var address = new Uri(workspace.BaseUrl, $"channel/{channel.Id}?as={ada.Id}");

        var page = await browser.GetStringAsync(address);
        using var typed = new FormUrlEncodedContent([KeyValuePair.Create("text", "@bot what is <this>?")]);
        using var answer = await browser.PostAsync(address, typed);

        Assert.Contains("# papers", page, StringComparison.Ordinal);
        Assert.Contains("Ada", page, StringComparison.Ordinal);
        Assert.Equal($"<@{workspace.BotUserId}> what is &lt;this&gt;?", workspace.Messages(channel)[^1].Text);
        Assert.Contains("what is &lt;this&gt;?", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Modal_FilledInOnThePage_IsSubmittedToTheApp()
    {
        await using var workspace = await FakeWorkspace.StartAsync(new() { Events = new HashSet<string>() });
        using var app = new RawApp(workspace);
        var ada = workspace.AddUser("ada");
        var channel = workspace.AddChannel("papers");
        using var socket = await app.ConnectAsync();
        var shortcut = ada.GlobalShortcutAsync("compare");
        var asked = await socket.ReadAsync();
        await socket.AckAsync(asked);
        await shortcut;
        var title = new { type = "plain_text", text = "Compare" };
        await app.CallAsync("views.open", new
        {
            trigger_id = asked.GetProperty("payload").GetProperty("trigger_id").GetString(),
            view = new
            {
                type = "modal",
                title,
                submit = title,
                blocks = new[] { new { type = "input", block_id = "b", label = title,
                    element = new { type = "plain_text_input", action_id = "why" } } },
            },
        });
        using var browser = new HttpClient();
        var page = await browser.GetStringAsync(new Uri(workspace.BaseUrl, $"channel/{channel.Id}?as={ada.Id}"));
        using var filled = new FormUrlEncodedContent([KeyValuePair.Create("why", "because"), KeyValuePair.Create("do", "submit")]);

        var submitting = browser.PostAsync(new Uri(workspace.BaseUrl, $"view/{workspace.OpenView(ada)!.Id}?as={ada.Id}&back={channel.Id}"), filled);
        var submission = await socket.ReadAsync();
        await socket.AckAsync(submission);
        using var answer = await submitting;

        Assert.Contains("<h2>Compare</h2>", page, StringComparison.Ordinal);
        var values = submission.GetProperty("payload").GetProperty("view").GetProperty("state").GetProperty("values");
        Assert.Equal("because", values.GetProperty("b").GetProperty("why").GetProperty("value").GetString());
        Assert.Null(workspace.OpenView(ada));
        Assert.DoesNotContain("<h2>Compare</h2>", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }
}
