using System.Net;
using PaperBot.LanguageModels;

namespace PaperBot.Tests.LanguageModels.Decorators;

public sealed class BreakerTests : IDisposable
{
    private static readonly ScriptedModel.Script Down = ScriptedModel.Fails(new HttpRequestException("", null, HttpStatusCode.ServiceUnavailable));

    private readonly ScriptedModel _script = new() { Next = Down };

    public void Dispose() => _script.Dispose();

    [Fact]
    public async Task ProviderDown_IsLeftAloneAndFoundWellAgain()
    {
        using var model = new DecoratedModel(_script);
        await FailFiveTimesAsync(model);

        var (_, failure) = await model.AskAsync();
        Assert.Equal(LanguageModelFailure.BreakerOpen, failure?.Failure);
        Assert.EndsWith("openai is in trouble of its own.", failure!.Message, StringComparison.Ordinal);
        Assert.Equal(5, _script.Calls);

        model.Time.Advance(TimeSpan.FromSeconds(31));
        _script.Next = ScriptedModel.Says("Sand");
        Assert.Equal(("Sand", null), await model.AskAsync());
        Assert.Equal(("Sand", null), await model.AskAsync());
    }

    [Fact]
    public async Task ProviderStillDown_AfterARest_IsLeftAloneAgain()
    {
        using var model = new DecoratedModel(_script);
        await FailFiveTimesAsync(model);

        model.Time.Advance(TimeSpan.FromSeconds(31));

        Assert.Equal(LanguageModelFailure.Unavailable, await model.FailAsync());
        Assert.Equal(LanguageModelFailure.BreakerOpen, await model.FailAsync());
        Assert.Equal(6, _script.Calls);
    }

    [Fact]
    public async Task Probe_ThatNobodyWaitsFor_ProvesNothing()
    {
        using var model = new DecoratedModel(_script);
        await FailFiveTimesAsync(model);
        model.Time.Advance(TimeSpan.FromSeconds(31));
        _script.Next = _script.Hangs();
        using var leaving = new CancellationTokenSource();
        var probe = model.AskAsync(cancellationToken: leaving.Token);
        await _script.HangsAsync();
        Assert.Equal(LanguageModelFailure.BreakerOpen, await model.FailAsync());

        await leaving.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => probe);
        Assert.Equal(LanguageModelFailure.BreakerOpen, await model.FailAsync());
    }

    [Fact]
    public async Task StreamsThatDieInTheMiddle_OpenIt()
    {
        _script.Next = ScriptedModel.Fails(new IOException(), "Sand");
        using var model = new DecoratedModel(_script);
        for (var i = 0; i < 5; i++)
            Assert.Equal(LanguageModelFailure.Interrupted, await model.FailAsync());

        Assert.Equal(LanguageModelFailure.BreakerOpen, await model.FailAsync());
    }

    [Fact]
    public async Task ProviderThatAnswersWithNo_IsWell()
    {
        _script.Next = ScriptedModel.Fails(new HttpRequestException("", null, HttpStatusCode.BadRequest));
        using var model = new DecoratedModel(_script);

        for (var i = 0; i < 10; i++)
            Assert.Equal(LanguageModelFailure.BadRequest, await model.FailAsync());
    }

    [Fact]
    public async Task CallersWhoGoAway_NeverOpenIt()
    {
        _script.Next = _script.Hangs();
        using var model = new DecoratedModel(_script);
        for (var i = 0; i < 10; i++)
        {
            using var leaving = new CancellationTokenSource();
            var asked = model.AskAsync(cancellationToken: leaving.Token);
            await _script.HangsAsync();
            await leaving.CancelAsync();
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => asked);
        }

        _script.Next = ScriptedModel.Says("Sand");
        Assert.Equal(("Sand", null), await model.AskAsync());
    }

    private static async Task FailFiveTimesAsync(DecoratedModel model)
    {
        for (var i = 0; i < 5; i++)
            Assert.Equal(LanguageModelFailure.Unavailable, await model.FailAsync());
    }
}
