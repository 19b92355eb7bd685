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
}
