using PaperBot.Slack.WebApi;

namespace PaperBot.Slack.Tests.WebApi;

public sealed class RateLimitTests
{
    private const string Posted = """{"ok":true,"channel":"C1","ts":"1.2"}""";
    private static readonly CancellationToken None = CancellationToken.None;
    private static readonly Message Hello = new() { Channel = "C1", Text = "Hello" };

    [Fact]
    public async Task Put_OffOnce_WaitsAsSlackAsks()
    {
        await using var test = await TestClient.StartAsync();
        test.Slack.On("chat.postMessage", StubSlack.RateLimited(7), StubSlack.Json(Posted));

        var call = test.Client.Chat.PostMessageAsync(Hello, None);

        Assert.Equal(TimeSpan.FromSeconds(7), await test.Time.PassPauseAsync());
        Assert.Equal("1.2", (await call).Ts);
        Assert.Equal(2, test.Slack.Requests.Count);
    }

    [Fact]
    public async Task PutOff_AgainAndAgain_GivesUp()
    {
        await using var test = await TestClient.StartAsync();
        test.Slack.On("users.info", StubSlack.RateLimited(5));

        var call = test.Client.Users.InfoAsync("U1", None);
        await test.Time.PassPausesAsync(call);

        Assert.Equal(TimeSpan.FromSeconds(5), (await Assert.ThrowsAsync<SlackRateLimitException>(() => call)).RetryAfter);
        Assert.Equal(4, test.Slack.Requests.Count);
    }

    [Fact]
    public async Task PutOff_LongerThanAnybodyWaits_FailsAtOnce_ForEverybody()
    {
        await using var test = await TestClient.StartAsync();
        test.Slack.On("users.info", StubSlack.RateLimited(300));

        await Assert.ThrowsAsync<SlackRateLimitException>(() => test.Client.Users.InfoAsync("U1", None));
        var second = await Assert.ThrowsAsync<SlackRateLimitException>(() => test.Client.Users.InfoAsync("U2", None));

        Assert.InRange(second.RetryAfter.TotalSeconds, 299, 300);
        Assert.Single(test.Slack.Requests);
    }

    [Fact]
    public async Task PutOff_InOneChannel_LeavesOtherChannelsAlone()
    {
        await using var test = await TestClient.StartAsync();
        test.Slack.On("chat.postMessage", StubSlack.RateLimited(30), StubSlack.Json(Posted));

        var first = test.Client.Chat.PostMessageAsync(Hello, None);
        await test.Log.WaitForAsync("put off");
        await test.Client.Chat.PostMessageAsync(Hello with { Channel = "C2" }, None);

        Assert.False(first.IsCompleted);
        Assert.Equal(TimeSpan.FromSeconds(30), await test.Time.PassPauseAsync());
        await first;
    }

    [Fact]
    public async Task ParallelPosts_ToOneChannel_KeepToOneASecond_InOrder()
    {
        await using var test = await TestClient.StartAsync();
        test.Slack.On("chat.postMessage", StubSlack.Json(Posted));

        var calls = Enumerable.Range(0, 12).Select(number => test.Client.Chat.PostMessageAsync(Hello with { Text = $"{number:00}" }, None)).ToArray();
        var sent = await ArrivalsAsync(test, burst: 3, all: 12);
        await Task.WhenAll(calls);

        Assert.All(Enumerable.Range(3, 9), place => Assert.Equal(TimeSpan.FromSeconds(place - 2), sent[place].At - sent[0].At));
        var paced = sent.Skip(3).Select(request => request.Body).ToArray();
        Assert.Equal(paced.Order(StringComparer.Ordinal), paced);
    }

    [Fact]
    public async Task Method_NeverGoesOverItsTierInAMinute()
    {
        await using var test = await TestClient.StartAsync(options => options.MaxRateLimitWait = TimeSpan.FromMinutes(10));
        test.Slack.On("chat.update", StubSlack.Json(Posted));

        var calls = Enumerable.Range(0, 120).Select(_ => test.Client.Chat.UpdateAsync("1.2", Hello, None)).ToArray();
        var sent = await ArrivalsAsync(test, burst: 20, all: 120);
        await Task.WhenAll(calls);

        Assert.All(sent, start => Assert.InRange(sent.Count(other => other.At >= start.At && other.At < start.At.AddMinutes(1)), 1, 50));
    }

    [Fact]
    public async Task Queue_ThatWouldTakeTooLong_TakesNobodyMore()
    {
        await using var test = await TestClient.StartAsync(options => options.MaxRateLimitWait = TimeSpan.FromSeconds(2));
        test.Slack.On("chat.postMessage", StubSlack.Json(Posted));

        var calls = Enumerable.Range(0, 6).Select(_ => test.Client.Chat.PostMessageAsync(Hello, None)).ToArray();

        await Assert.ThrowsAsync<SlackRateLimitException>(() => calls[5]);
        await test.Time.PassPausesAsync(Task.WhenAll(calls[..5]));
        await Task.WhenAll(calls[..5]);
    }

    [Fact]
    public async Task Cancelled_InTheQueue_GivesItsPlaceToTheNext()
    {
        await using var test = await TestClient.StartAsync();
        test.Slack.On("chat.postMessage", StubSlack.Json(Posted));
        using var stop = new CancellationTokenSource();
        for (var burst = 0; burst < 3; burst++)
            await test.Client.Chat.PostMessageAsync(Hello, None);

        var cancelled = test.Client.Chat.PostMessageAsync(Hello, stop.Token);
        var next = test.Client.Chat.PostMessageAsync(Hello, None);
        await stop.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => cancelled);
        await test.Time.PassPauseAsync();
        await next;
        Assert.Equal(4, test.Slack.Requests.Count);
        Assert.Equal(TimeSpan.FromSeconds(1), test.Slack.Requests[3].At - test.Slack.Requests[0].At);
    }

    [Fact]
    public async Task StartStream_WithoutAPlace_DoesNotWait()
    {
        await using var test = await TestClient.StartAsync();
        test.Slack.On("chat.startStream", StubSlack.Json(Posted));
        for (var burst = 0; burst < 8; burst++)
            await test.Client.Chat.StartStreamAsync(new StreamStart("C1", "1.0"), None);

        var refused = await Assert.ThrowsAsync<SlackRateLimitException>(() => test.Client.Chat.StartStreamAsync(new StreamStart("C1", "1.0"), None));

        Assert.Equal(TimeSpan.FromSeconds(5), refused.RetryAfter);
        Assert.Equal(8, test.Slack.Requests.Count);
    }

    [Fact]
    public async Task StartStream_PutOff_DoesNotWait()
    {
        await using var test = await TestClient.StartAsync();
        test.Slack.On("chat.startStream", StubSlack.RateLimited(3));

        var refused = await Assert.ThrowsAsync<SlackRateLimitException>(() => test.Client.Chat.StartStreamAsync(new StreamStart("C1", "1.0"), None));

        Assert.Equal(TimeSpan.FromSeconds(3), refused.RetryAfter);
        Assert.Single(test.Slack.Requests);
    }

    // Time goes on only when what was let through has arrived, so that arrivals tell when it was let through.
    private static async Task<IReadOnlyList<StubRequest>> ArrivalsAsync(TestClient test, int burst, int all)
    {
        await test.Slack.WaitForAsync(burst);
        for (var number = burst; number < all; number++)
        {
            await test.Time.PassPauseAsync();
            await test.Slack.WaitForAsync(requests: 1);
        }

        return test.Slack.Requests;
    }
}
