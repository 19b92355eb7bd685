using PaperBot.Slack.Blocks;
using PaperBot.Slack.WebApi;

namespace PaperBot.Slack.Tests.WebApi;

public sealed class RespondTests
{
    private const string Path = "/commands/T1/2/secret-part";
    private static readonly CancellationToken None = CancellationToken.None;
    private static readonly ResponseMessage Reply = new() { Text = "the reply's text" };

    [Fact]
    public async Task Reply_IsSentInSlacksWords_WithoutAToken()
    {
        await using var test = await TestClient.StartAsync();
        test.Slack.OnPath(Path, StubSlack.Text("ok", 200));

        await RespondAsync(test, Reply with { Blocks = [new DividerBlock()], ReplaceOriginal = true, ThreadTs = "1.0", ResponseType = "in_channel" });

        var sent = Assert.Single(test.Slack.Requests);
        Assert.Equal(("POST", "", "application/json; charset=utf-8"), (sent.Method, sent.Authorization, sent.ContentType));
        Assert.Equal(
            """{"text":"the reply\u0027s text","blocks":[{"type":"divider"}],"response_type":"in_channel","replace_original":true,"thread_ts":"1.0","""
            + """ "unfurl_links":false,"unfurl_media":false}""".TrimStart(),
            sent.Body);
    }

    [Theory]
    [InlineData("""{"ok":true}""")]
    [InlineData("")]
    public async Task OtherGoodAnswers_AreGood(string answer)
    {
        await using var test = await TestClient.StartAsync();
        test.Slack.OnPath(Path, StubSlack.Text(answer, 200));

        await RespondAsync(test, Reply);
    }

    [Theory]
    [InlineData("""{"ok":false,"error":"used_url"}""", 404, "used_url")]
    [InlineData("expired_url", 404, "expired_url")]
    [InlineData("""{"ok":false,"error":"invalid_blocks"}""", 200, "invalid_blocks")]
    [InlineData("<html>Not found</html>", 404, "http_404")]
    public async Task Refusals_CarrySlacksCode(string answer, int status, string code)
    {
        await using var test = await TestClient.StartAsync();
        test.Slack.OnPath(Path, StubSlack.Text(answer, status));

        var refused = await Assert.ThrowsAsync<SlackException>(() => RespondAsync(test, Reply));

        Assert.Equal((code, "response_url"), (refused.ErrorCode, refused.Method));
        Assert.Single(test.Slack.Requests);
    }

    [Theory]
    [InlineData("http://hooks.slack.com/commands/T1")]
    [InlineData("https://hooks.slack.com:8443/commands/T1")]
    [InlineData("https://hooks.slack.com.evil.example/commands/T1")]
    [InlineData("https://hooks.slack.com@evil.example/commands/T1")]
    [InlineData("https://user:pass@hooks.slack.com/commands/T1")]
    [InlineData("https://evil.example/hooks.slack.com")]
    [InlineData("https://slack.com/commands/T1")]
    [InlineData("http://169.254.169.254/latest/meta-data")]
    [InlineData("file:///etc/passwd")]
    [InlineData("//hooks.slack.com/commands")]
    [InlineData("")]
    [InlineData(null)]
    public async Task ForgedAddress_IsRefused_BeforeAnythingIsSent(string? address)
    {
        await using var test = await TestClient.StartAsync();

        var refused = await Assert.ThrowsAsync<SlackException>(() => test.Client.RespondAsync(address!, Reply, None));

        Assert.Equal("invalid_response_url", refused.ErrorCode);
        Assert.Empty(test.Slack.Requests);
    }

    [Fact]
    public async Task OtherPortOfTheConfiguredHost_IsRefused()
    {
        await using var elsewhere = await StubSlack.StartAsync();
        await using var test = await TestClient.StartAsync();

        await Assert.ThrowsAsync<SlackException>(() => test.Client.RespondAsync(new Uri(elsewhere.Url, Path).ToString(), Reply, None));

        Assert.Empty(elsewhere.Requests);
    }

    [Fact]
    public async Task PutOff_WaitsAndSendsAgain()
    {
        await using var test = await TestClient.StartAsync();
        test.Slack.OnPath(Path, StubSlack.RateLimited(2), StubSlack.Text("", 503), StubSlack.Text("ok", 200));

        var call = RespondAsync(test, Reply);
        var pauses = await test.Time.PassPausesAsync(call);

        await call;
        Assert.Equal(TimeSpan.FromSeconds(2), pauses[0]);
        Assert.Equal(3, test.Slack.Requests.Count);
    }

    [Fact]
    public async Task ConnectionBreaks_ItMayHaveLanded_IsNotSentAgain()
    {
        await using var test = await TestClient.StartAsync();
        test.Slack.OnPath(Path, StubSlack.Broken, StubSlack.Text("ok", 200));

        Assert.Equal("connection_failed", (await Assert.ThrowsAsync<SlackException>(() => RespondAsync(test, Reply))).ErrorCode);
        Assert.Single(test.Slack.Requests);
    }

    [Fact]
    public async Task ConnectionBreaks_OfAReplacement_IsSentAgain_SinceTheSecondChangesNothing()
    {
        await using var test = await TestClient.StartAsync();
        test.Slack.OnPath(Path, StubSlack.Broken, StubSlack.Text("ok", 200));

        var call = RespondAsync(test, Reply with { ReplaceOriginal = true });
        await test.Time.PassPausesAsync(call);

        await call;
        Assert.Equal(2, test.Slack.Requests.Count);
    }

    private static Task RespondAsync(TestClient test, ResponseMessage message) =>
        test.Client.RespondAsync(new Uri(test.Slack.Url, Path).ToString(), message, None);
}
