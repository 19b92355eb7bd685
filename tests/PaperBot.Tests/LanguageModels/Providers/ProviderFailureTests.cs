using Microsoft.Extensions.AI;
using PaperBot.LanguageModels;
using PaperBot.Tests.LanguageModels.Servers;

namespace PaperBot.Tests.LanguageModels.Providers;

/// <summary>Each way in which a provider may not answer comes out under its name, in a sentence that holds neither the key nor a text.</summary>
public sealed class ProviderFailureTests
{
    public static IEnumerable<object[]> All => [.. from name in ConnectedProvider.Names from streamed in new[] { false, true } select new object[] { name, streamed }];

    public static IEnumerable<object[]> Statuses =>
    [
        .. from name in ConnectedProvider.Names
           from status in new[] { 302, 400, 401, 403, 404, 408, 413, 422, 429, 500, 502, 503, 529 }
           from streamed in new[] { false, true }
           select new object[] { name, status, streamed },
    ];

    [Theory]
    [MemberData(nameof(Statuses))]
    public async Task Status_IsNamed_AndAskedForOnce(string name, int status, bool streamed)
    {
        await using var provider = await ConnectedProvider.StartAsync(name);
        provider.Server.Status = status;

        var (_, failure) = await provider.FailAsync(streamed);

        Assert.Equal(
            status switch
            {
                < 400 => LanguageModelFailure.Unreadable,
                401 or 403 => LanguageModelFailure.WrongKey,
                404 => LanguageModelFailure.UnknownModel,
                408 => LanguageModelFailure.TimedOut,
                429 => LanguageModelFailure.RateLimited,
                < 500 => LanguageModelFailure.BadRequest,
                _ => LanguageModelFailure.Unavailable,
            },
            failure.Failure);
        Assert.Null(failure.RetryAfter);
        Assert.Single(provider.Server.Requests);
    }

    [Theory]
    [MemberData(nameof(All))]
    public async Task RetryAfter_InSecondsOrAsADate_IsHeard(string name, bool streamed)
    {
        await using var provider = await ConnectedProvider.StartAsync(name);
        (provider.Server.Status, provider.Server.RetryAfter) = (429, "7");
        Assert.Equal(TimeSpan.FromSeconds(7), (await provider.FailAsync(streamed)).Failure.RetryAfter);

        (provider.Server.Status, provider.Server.RetryAfter) = (503, provider.Time.GetUtcNow().AddSeconds(20).ToString("R"));
        Assert.Equal(TimeSpan.FromSeconds(20), (await provider.FailAsync(streamed)).Failure.RetryAfter);
    }

    [Theory]
    [MemberData(nameof(All))]
    public async Task WrongKey_IsNamed(string name, bool streamed)
    {
        await using var provider = await ConnectedProvider.StartAsync(name, options => options.ApiKey = "sk-wrong-5d2e");

        Assert.Equal(LanguageModelFailure.WrongKey, (await provider.FailAsync(streamed)).Failure.Failure);
    }

    [Theory]
    [MemberData(nameof(All))]
    public async Task UnknownModel_IsNamed(string name, bool streamed)
    {
        await using var provider = await ConnectedProvider.StartAsync(name, options => options.Model = "no-such-model");

        Assert.Equal(LanguageModelFailure.UnknownModel, (await provider.FailAsync(streamed)).Failure.Failure);
    }

    [Theory]
    [MemberData(nameof(All))]
    public async Task NobodyListens_IsUnreachable(string name, bool streamed)
    {
        await using var provider = await ConnectedProvider.StartAsync(name);
        await provider.Server.DisposeAsync();

        Assert.Equal(LanguageModelFailure.Unreachable, (await provider.FailAsync(streamed)).Failure.Failure);
    }

    [Theory]
    [MemberData(nameof(All))]
    public async Task BrokenJson_IsUnreadable(string name, bool streamed)
    {
        await using var provider = await ConnectedProvider.StartAsync(name);
        provider.Server.Trouble = Trouble.BrokenJson;

        Assert.Equal(LanguageModelFailure.Unreadable, (await provider.FailAsync(streamed)).Failure.Failure);
    }

    [Theory]
    [MemberData(nameof(All))]
    public async Task WebPage_IsUnreadable(string name, bool streamed)
    {
        await using var provider = await ConnectedProvider.StartAsync(name);
        provider.Server.Trouble = Trouble.WebPage;

        Assert.Equal(LanguageModelFailure.Unreadable, (await provider.FailAsync(streamed)).Failure.Failure);
    }

    public static IEnumerable<object[]> Breaks =>
    [
        .. from name in ConnectedProvider.Names
           from trouble in new[] { nameof(Trouble.Cut), nameof(Trouble.EarlyEnd), nameof(Trouble.ErrorInside) }
           select new object[] { name, trouble },
    ];

    [Theory]
    [MemberData(nameof(Breaks))]
    public async Task Stream_ThatDiesInTheMiddle_IsInterruptedAfterItsWords(string name, string trouble)
    {
        await using var provider = await ConnectedProvider.StartAsync(name);
        provider.Server.Trouble = Enum.Parse<Trouble>(trouble);

        var (words, failure) = await provider.FailAsync(streamed: true);

        Assert.Equal(("Good ", LanguageModelFailure.Interrupted), (words, failure.Failure));
    }

    public static IEnumerable<object[]> Refusals =>
    [
        // Ollama knows of no refusal but in the model's own words.
        .. from name in ConnectedProvider.Names.Except(["ollama"])
           from trouble in new[] { nameof(Trouble.Declined), nameof(Trouble.Filtered) }
           from streamed in new[] { false, true }
           select new object[] { name, trouble, streamed },
    ];

    [Theory]
    [MemberData(nameof(Refusals))]
    public async Task Refusal_IsDeclined(string name, string trouble, bool streamed)
    {
        await using var provider = await ConnectedProvider.StartAsync(name);
        provider.Server.Trouble = Enum.Parse<Trouble>(trouble);

        Assert.Equal(LanguageModelFailure.Declined, (await provider.FailAsync(streamed)).Failure.Failure);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task FilterBeforeTheModel_IsDeclined(bool streamed)
    {
        await using var provider = await ConnectedProvider.StartAsync("azure-openai");
        (provider.Server.Status, provider.Server.Trouble) = (400, Trouble.FilteredBefore);

        Assert.Equal(LanguageModelFailure.Declined, (await provider.FailAsync(streamed)).Failure.Failure);
    }

    [Theory]
    [MemberData(nameof(All))]
    public async Task Silence_IsTimedOutAndHungUpOn(string name, bool streamed)
    {
        await using var provider = await ConnectedProvider.StartAsync(name);
        provider.Server.Trouble = Trouble.Silence;

        var call = provider.FailAsync(streamed);
        await provider.Server.Asked.Task;
        provider.Time.Advance(TimeSpan.FromSeconds(streamed ? 15 : 60));

        var (_, failure) = await call;
        Assert.Equal((LanguageModelFailure.TimedOut, 1), (failure.Failure, provider.Server.Requests.Count));
        await provider.Server.HungUp.Task.WaitAsync(TimeSpan.FromSeconds(30));
    }

    [Theory]
    [MemberData(nameof(SilencesInside))]
    public async Task Silence_InTheMiddle_IsTimedOutAndHungUpOn(string name)
    {
        await using var provider = await ConnectedProvider.StartAsync(name);
        provider.Server.Trouble = Trouble.SilenceInside;

        var pieces = provider.Client.GetStreamingResponseAsync(ConnectedProvider.Messages).GetAsyncEnumerator();
        await using var _ = pieces;
        do
            Assert.True(await pieces.MoveNextAsync());
        while (pieces.Current.Text.Length == 0);
        var next = pieces.MoveNextAsync();
        provider.Time.Advance(TimeSpan.FromSeconds(15));

        Assert.Equal(LanguageModelFailure.TimedOut, (await Assert.ThrowsAsync<LanguageModelException>(() => next.AsTask())).Failure);
        await provider.Server.HungUp.Task.WaitAsync(TimeSpan.FromSeconds(30));
    }

    public static TheoryData<string> SilencesInside => new(ConnectedProvider.Names);

    [Theory]
    [MemberData(nameof(All))]
    public async Task Caller_WhoGivesUp_HangsUp(string name, bool streamed)
    {
        await using var provider = await ConnectedProvider.StartAsync(name);
        provider.Server.Trouble = Trouble.Silence;
        using var stop = new CancellationTokenSource();

        var call = streamed
            ? provider.Client.GetStreamingResponseAsync(ConnectedProvider.Messages, cancellationToken: stop.Token).ToListAsync(CancellationToken.None).AsTask()
            : (Task)provider.Client.GetResponseAsync(ConnectedProvider.Messages, cancellationToken: stop.Token);
        await provider.Server.Asked.Task;
        await stop.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => call);
        await provider.Server.HungUp.Task.WaitAsync(TimeSpan.FromSeconds(30));
        Assert.Empty(provider.Usage.RecentFailures(1));
    }
}
