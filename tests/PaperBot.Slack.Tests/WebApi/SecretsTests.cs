using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Moq;
using PaperBot.Slack.WebApi;

namespace PaperBot.Slack.Tests.WebApi;

/// <summary>What must stay between the bot and Slack does, however a call fails.</summary>
public sealed class SecretsTests
{
    private static readonly CancellationToken None = CancellationToken.None;

    public static TheoryData<string> Failures => ["broken", "503", "429", "refused", "html", "redirect", "echo"];

    [Theory]
    [MemberData(nameof(Failures))]
    public async Task Failure_TellsNeitherTokensNorTextsNorAddresses(string failure)
    {
        await using var test = await TestClient.StartAsync(options => options.MaxAttempts = 2);
        StubSlack.Answer answer = failure switch
        {
            "broken" => StubSlack.Broken,
            "503" => StubSlack.Text("private-text", 503),
            "429" => StubSlack.RateLimited(1),
            "refused" => StubSlack.Json("""{"ok":false,"error":"invalid_blocks"}"""),
            "html" => StubSlack.Text("<p>private-text</p>", 200),
            "redirect" => StubSlack.Text("private-text", 302),
            _ => StubSlack.Json($$"""{"ok":"private-text {{TestClient.BotToken}}"}"""),
        };
        test.Slack.On("chat.postMessage", answer).On("auth.test", answer).On("apps.connections.open", answer).OnPath("/commands/secret-part", answer);
        Task[] calls =
        [
            test.Client.Auth.TestAsync(None),
            test.Client.Apps.OpenConnectionAsync(None),
            test.Client.Chat.PostMessageAsync(new Message { Channel = "C1", Text = "private-text" }, None),
            test.Client.RespondAsync(
                new Uri(test.Slack.Url, "/commands/secret-part").ToString(), new ResponseMessage { Text = "private-text" }, None),
        ];

        var told = new List<string>();
        foreach (var call in calls)
        {
            await test.Time.PassPausesAsync(call);
            if (await Record.ExceptionAsync(() => call) is SlackException thrown)
                told.Add(thrown.ToString() + JsonSerializer.Serialize(thrown.Details));
        }

        Assert.True(told.Count >= 3);
        told.Add(test.Log.Text);
        string[] secrets = [TestClient.BotToken, TestClient.AppToken, "private-text", "secret-part"];
        Assert.All(told, text => Assert.DoesNotContain(secrets, secret => text.Contains(secret, StringComparison.Ordinal)));
        Assert.All(
            test.Slack.Requests,
            request => Assert.DoesNotContain(secrets[..3], secret => request.Path.Contains(secret, StringComparison.Ordinal)));
    }

    [Fact]
    public async Task HttpClientsOwnLoggers_AtTheirLoudest_SeeNoTokenAndNoText()
    {
        await using var slack = await StubSlack.StartAsync();
        slack.On("chat.postMessage", StubSlack.Json("""{"ok":true,"channel":"C1","ts":"1.2"}"""));
        var log = new CapturedLog<HttpClient>();
        using var provider = Mock.Of<ILoggerProvider>(mock => mock.CreateLogger(It.IsAny<string>()) == log);
        await using var services = new ServiceCollection()
            .AddLogging(logging => logging.SetMinimumLevel(LogLevel.Trace).AddProvider(provider))
            .AddHttpClient("slack").ConfigurePrimaryHttpMessageHandler(SlackApiClient.CreateHandler).Services
            .BuildServiceProvider();
        using var http = services.GetRequiredService<IHttpClientFactory>().CreateClient("slack");
        var options = new SlackApiOptions { ApiUrl = slack.ApiUrl, BotToken = TestClient.BotToken };
        var client = new SlackApiClient(http, options, TimeProvider.System, new CapturedLog<SlackApiClient>());

        await client.Chat.PostMessageAsync(new Message { Channel = "C1", Text = "private-text" }, None);

        Assert.Contains("Authorization", log.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(TestClient.BotToken, log.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("private-text", log.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("xoxb-bot\nsecret")]
    [InlineData("xoxb bot secret")]
    [InlineData("xoxb-bot-sécret")]
    public void Token_ThatIsNone_IsRefusedWithoutSayingIt(string token)
    {
        using var http = new HttpClient();
        var options = new SlackApiOptions { BotToken = token };

        var refused = Assert.Throws<ArgumentException>(
            () => new SlackApiClient(http, options, TimeProvider.System, new CapturedLog<SlackApiClient>()));

        Assert.DoesNotContain("cret", refused.ToString().Split('\n')[0], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("ftp://slack.com/api/")]
    [InlineData("https://user:pass@slack.com/api/")]
    [InlineData("https://slack.com/api/?token=x")]
    public void ApiUrl_ThatIsNone_IsRefused(string url)
    {
        using var http = new HttpClient();
        var options = new SlackApiOptions { ApiUrl = new Uri(url) };

        Assert.Throws<ArgumentException>(() => new SlackApiClient(http, options, TimeProvider.System, new CapturedLog<SlackApiClient>()));
    }

    [Theory]
    [InlineData("http://slack.example/api/", true)]
    [InlineData("http://127.0.0.1:3000/api", false)]
    [InlineData("https://slack.example/api", false)]
    public void PlainHttp_ToAnotherMachine_IsWarnedOf(string url, bool warned)
    {
        using var http = new HttpClient();
        var log = new CapturedLog<SlackApiClient>();

        _ = new SlackApiClient(http, new SlackApiOptions { ApiUrl = new Uri(url) }, TimeProvider.System, log);

        Assert.Equal(warned, log.Text.Contains("plain HTTP", StringComparison.Ordinal));
    }

    [Fact]
    public void Options_WrittenOut_ShowNoToken() =>
        Assert.DoesNotContain("secret", new SlackApiOptions { BotToken = TestClient.BotToken }.ToString(), StringComparison.Ordinal);
}
