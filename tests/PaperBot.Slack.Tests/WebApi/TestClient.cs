using PaperBot.Slack.WebApi;

namespace PaperBot.Slack.Tests.WebApi;

/// <summary>The real client before a stub, and all that a test looks at.</summary>
internal sealed class TestClient : IAsyncDisposable
{
    public const string BotToken = "xoxb-bot-secret";
    public const string AppToken = "xapp-app-secret";

    private readonly HttpClient _http = new(SlackApiClient.CreateHandler()) { Timeout = Timeout.InfiniteTimeSpan };

    private TestClient(StubSlack slack, SteppedTime time, SlackApiOptions options)
    {
        (Slack, Time) = (slack, time);
        Client = new SlackApiClient(_http, options, time, Log);
    }

    public StubSlack Slack { get; }

    public SteppedTime Time { get; }

    public CapturedLog<SlackApiClient> Log { get; } = new();

    public SlackApiClient Client { get; }

    public static async Task<TestClient> StartAsync(Action<SlackApiOptions>? configure = null)
    {
        var options = new SlackApiOptions { BotToken = BotToken, AppToken = AppToken };
        var time = new SteppedTime(options.Timeout, options.UploadTimeout);
        var slack = await StubSlack.StartAsync(time);
        options.ApiUrl = slack.ApiUrl;
        configure?.Invoke(options);
        return new TestClient(slack, time, options);
    }

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        await Slack.DisposeAsync();
    }
}
