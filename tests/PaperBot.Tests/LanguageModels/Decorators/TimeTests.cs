using Microsoft.Extensions.AI;
using PaperBot.LanguageModels;

namespace PaperBot.Tests.LanguageModels.Decorators;

public sealed class TimeTests : IDisposable
{
    private readonly ScriptedModel _script = new();

    public void Dispose() => _script.Dispose();

    [Theory]
    [InlineData]
    [InlineData("Sand ", "is")]
    public async Task Stream_SilentForTooLong_TimesOutWithWhatCame(params string[] words)
    {
        _script.Next = _script.Hangs(words);
        using var model = new DecoratedModel(_script, options => options.SilenceSeconds = 15);
        var asked = model.AskAsync();
        await _script.HangsAsync();

        model.Time.Advance(TimeSpan.FromSeconds(14));
        Assert.False(asked.IsCompleted);
        model.Time.Advance(TimeSpan.FromSeconds(1));

        var (said, failure) = await asked;
        Assert.Equal((string.Concat(words), LanguageModelFailure.TimedOut), (said, failure?.Failure));
        Assert.Equal("openai was silent for 15 seconds.", failure!.Message);
        Assert.Equal(0, _script.Running);
    }

    [Fact]
    public async Task Stream_NotDoneInTime_TimesOut()
    {
        _script.Next = _script.Hangs();
        using var model = new DecoratedModel(_script, options => (options.SilenceSeconds, options.TimeoutSeconds) = (300, 60));
        var asked = model.AskAsync();
        await _script.HangsAsync();

        model.Time.Advance(TimeSpan.FromSeconds(60));

        Assert.Equal("openai was not done within 60 seconds.", (await asked).Failure?.Message);
    }

    [Fact]
    public async Task WholeAnswer_NotDoneInTime_TimesOut()
    {
        _script.Next = _script.Hangs();
        using var model = new DecoratedModel(_script, options => (options.SilenceSeconds, options.TimeoutSeconds) = (5, 60));
        var asked = model.Client.GetResponseAsync("why?");
        await _script.HangsAsync();

        model.Time.Advance(TimeSpan.FromSeconds(10));
        Assert.False(asked.IsCompleted);
        model.Time.Advance(TimeSpan.FromSeconds(50));

        Assert.Equal(LanguageModelFailure.TimedOut, (await Assert.ThrowsAsync<LanguageModelException>(() => asked)).Failure);
    }

    [Fact]
    public async Task Reader_WhoTakesLong_IsNotTheModelsSilence()
    {
        using var model = new DecoratedModel(new ScriptedModel(ScriptedModel.Says("Sand ", "is")), options => options.SilenceSeconds = 5);
        var words = "";

        await foreach (var piece in model.Client.GetStreamingResponseAsync("why?"))
        {
            words += piece.Text;
            model.Time.Advance(TimeSpan.FromSeconds(10));
        }

        Assert.Equal("Sand is", words);
    }

    [Fact]
    public async Task Call_OfSeveralForOneAnswer_HasNoMoreTimeThanIsLeft()
    {
        _script.Next = _script.Hangs("Sand");
        using var model = new DecoratedModel(_script, options => (options.SilenceSeconds, options.TimeoutSeconds) = (300, 60));
        var options = ModelCall.WithEnd(ModelCall.Options("U1", "answer/1"), model.Time.GetUtcNow().AddSeconds(20));
        var asked = model.Client.GetStreamingResponseAsync("why?", options).ToChatResponseAsync();
        await _script.HangsAsync();

        model.Time.Advance(TimeSpan.FromSeconds(19));
        Assert.False(asked.IsCompleted);
        model.Time.Advance(TimeSpan.FromSeconds(1));

        Assert.Equal(LanguageModelFailure.TimedOut, (await Assert.ThrowsAsync<LanguageModelException>(() => asked)).Failure);
    }

    [Fact]
    public async Task Calls_MoreThanMayRun_WaitAndTheirWaitCounts()
    {
        _script.Next = _script.Hangs();
        using var model = new DecoratedModel(_script, options => (options.ConcurrentCalls, options.SilenceSeconds, options.TimeoutSeconds) = (1, 300, 20));
        using var leaving = new CancellationTokenSource();
        var first = model.AskAsync(cancellationToken: leaving.Token);
        await _script.HangsAsync();
        var second = model.AskAsync();
        Assert.Equal(1, _script.Calls);

        model.Time.Advance(TimeSpan.FromSeconds(15));
        await leaving.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => first);
        await _script.HangsAsync();
        model.Time.Advance(TimeSpan.FromSeconds(5));

        Assert.Equal(LanguageModelFailure.TimedOut, (await second).Failure?.Failure);
        Assert.Equal(2, _script.Calls);
    }

    [Fact]
    public async Task Call_WaitsTooLongForItsTurn_NeverReachesTheProvider()
    {
        _script.Next = _script.Hangs("Sand");
        using var model = new DecoratedModel(_script, options => (options.ConcurrentCalls, options.SilenceSeconds, options.TimeoutSeconds) = (1, 300, 20));
        await using var abandoned = model.Client.GetStreamingResponseAsync("first").GetAsyncEnumerator();
        Assert.True(await abandoned.MoveNextAsync());
        var second = model.AskAsync();

        model.Time.Advance(TimeSpan.FromSeconds(20));

        Assert.Equal(LanguageModelFailure.TimedOut, (await second).Failure?.Failure);
        Assert.Equal(1, _script.Calls);
        await abandoned.DisposeAsync();
        Assert.Equal(0, _script.Running);
        _script.Next = ScriptedModel.Says("Silt");
        Assert.Equal(("Silt", null), await model.AskAsync());
    }

    [Fact]
    public async Task Caller_GoesAway_IsNoFailure()
    {
        _script.Next = _script.Hangs("Sand");
        using var model = new DecoratedModel(_script);
        using var leaving = new CancellationTokenSource();
        var asked = model.AskAsync(cancellationToken: leaving.Token);
        await _script.HangsAsync();

        await leaving.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => asked);
        Assert.Empty(model.Usage.RecentFailures(1));
        Assert.Equal((1, 0), model.Usage.Days(1).Select(day => (day.Calls, day.Failures)).Single());
        Assert.Equal(0, _script.Running);
    }
}
