using System.Net;
using System.Text.Json;
using Microsoft.Extensions.AI;
using PaperBot.LanguageModels;
using PaperBot.Tests.Bot;

namespace PaperBot.Tests.LanguageModels.Decorators;

public sealed class FailureTests
{
    public static TheoryData<Exception, string> Failures => new()
    {
        { new HttpRequestException("sk-hidden", null, HttpStatusCode.Unauthorized), nameof(LanguageModelFailure.WrongKey) },
        { new HttpRequestException("sk-hidden", null, HttpStatusCode.Forbidden), nameof(LanguageModelFailure.WrongKey) },
        { new HttpRequestException("sk-hidden", null, HttpStatusCode.NotFound), nameof(LanguageModelFailure.UnknownModel) },
        { new HttpRequestException("sk-hidden", null, HttpStatusCode.UnprocessableEntity), nameof(LanguageModelFailure.BadRequest) },
        { new HttpRequestException("sk-hidden", null, HttpStatusCode.TooManyRequests), nameof(LanguageModelFailure.RateLimited) },
        { new HttpRequestException("sk-hidden", null, HttpStatusCode.BadGateway), nameof(LanguageModelFailure.Unavailable) },
        { new HttpRequestException("sk-hidden"), nameof(LanguageModelFailure.Unreachable) },
        { new InvalidOperationException("sk-hidden", new HttpRequestException("sk-hidden")), nameof(LanguageModelFailure.Unreachable) },
        { new TaskCanceledException("sk-hidden"), nameof(LanguageModelFailure.TimedOut) },
        { new IOException("sk-hidden"), nameof(LanguageModelFailure.Interrupted) },
        { new JsonException("sk-hidden"), nameof(LanguageModelFailure.Unreadable) },
        { new InvalidCastException("sk-hidden"), nameof(LanguageModelFailure.Unreadable) },
    };

    [Theory]
    [MemberData(nameof(Failures))]
    public async Task Call_ClientThrows_FailsInASentenceWithoutItsMessage(Exception thrown, string expected)
    {
        using var model = new DecoratedModel(new ScriptedModel(ScriptedModel.Fails(thrown)));

        var failure = (await model.AskAsync()).Failure;

        Assert.Equal(expected, $"{failure?.Failure}");
        Assert.DoesNotContain("sk-hidden", failure!.ToString(), StringComparison.Ordinal);
        Assert.EndsWith(".", failure.Message, StringComparison.Ordinal);
        Assert.Equal((expected, failure.Message), model.Usage.RecentFailures(1).Select(past => ($"{past.Failure}", past.Message)).Single());
        var whole = await Assert.ThrowsAsync<LanguageModelException>(() => model.Client.GetResponseAsync("why?"));
        Assert.Equal(expected, $"{whole.Failure}");
    }

    [Fact]
    public async Task Stream_ConnectionLostInTheMiddle_KeepsWhatCameAndIsInterrupted()
    {
        using var model = new DecoratedModel(new ScriptedModel(ScriptedModel.Fails(new HttpRequestException("lost"), "Sand ", "is")));

        var (words, failure) = await model.AskAsync();

        Assert.Equal(("Sand is", LanguageModelFailure.Interrupted), (words, failure?.Failure));
    }

    [Fact]
    public async Task Stream_ThatJustEnds_IsInterrupted()
    {
        using var model = new DecoratedModel(new ScriptedModel(ScriptedModel.Ends(null, "Sand")));

        Assert.Equal(LanguageModelFailure.Interrupted, await model.FailAsync());
    }

    [Fact]
    public async Task Answer_ThatAFilterHolds_IsDeclined()
    {
        using var model = new DecoratedModel(new ScriptedModel(ScriptedModel.Ends(ChatFinishReason.ContentFilter)));

        Assert.Equal(LanguageModelFailure.Declined, await model.FailAsync());
        await Assert.ThrowsAsync<LanguageModelException>(() => model.Client.GetResponseAsync("why?"));
    }

    [Fact]
    public async Task Answer_ThatIsARefusal_IsDeclined()
    {
        using var model = new DecoratedModel(new ScriptedModel
        {
            Next = _ => new[]
            {
                new ChatResponseUpdate(ChatRole.Assistant, [new ErrorContent("I cannot.") { ErrorCode = "Refusal" }]) { FinishReason = ChatFinishReason.Stop },
            }.ToAsyncEnumerable(),
        });

        Assert.Equal(LanguageModelFailure.Declined, await model.FailAsync());
    }

    [Fact]
    public async Task Answer_ThatIsTooLong_SaysSoAndIsNoFailure()
    {
        using var model = new DecoratedModel(new ScriptedModel(ScriptedModel.Ends(ChatFinishReason.Length, "Sand")));

        var response = await model.Client.GetResponseAsync("why?");

        Assert.Equal(("Sand", ChatFinishReason.Length), (response.Text, response.FinishReason));
    }

    [Fact]
    public async Task Call_OptionsOfOurs_DoNotReachTheProvider()
    {
        using var model = new DecoratedModel(new ScriptedModel(ScriptedModel.Says("Sand")));

        await model.AskAsync(person: "U1");

        Assert.Null(model.Model.Options?.AdditionalProperties);
    }

    [Fact]
    public async Task Call_SaysNothingOfTemperatureAndLength_TakesThoseOfTheSettings()
    {
        using var model = new DecoratedModel(
            new ScriptedModel(ScriptedModel.Says("Sand")), options => (options.Temperature, options.MaxOutputTokens) = (0.5, 321));

        await model.AskAsync();

        Assert.Equal((0.5f, 321), (model.Model.Options?.Temperature, model.Model.Options?.MaxOutputTokens));
    }

    [Fact]
    public async Task Call_InTroubleOnce_IsTriedAgain()
    {
        using var model = new DecoratedModel(
            new ScriptedModel(ScriptedModel.Fails(Unavailable), ScriptedModel.Says("Sand")), options => options.Retries = 1, new EagerTime());

        Assert.Equal(("Sand", null), await model.AskAsync());
        Assert.Equal(2, model.Model.Calls);
        Assert.Empty(model.Usage.RecentFailures(1));
    }

    [Theory]
    [InlineData(HttpStatusCode.Unauthorized)]
    [InlineData(HttpStatusCode.BadRequest)]
    [InlineData(HttpStatusCode.TooManyRequests)]
    public async Task Call_ThatTryingAgainWillNotMend_IsNotTriedAgain(HttpStatusCode status)
    {
        using var model = new DecoratedModel(
            new ScriptedModel(ScriptedModel.Fails(new HttpRequestException("", null, status))), options => options.Retries = 3, new EagerTime());

        Assert.NotNull(await model.FailAsync());
        Assert.Equal(1, model.Model.Calls);
    }

    [Theory]
    [InlineData(1, 3)]
    [InlineData(2, 1)]
    [InlineData(30, 1)]
    public async Task Call_ProviderSaysWhenToTryAgain_WaitsOnlyIfThatIsSoon(int seconds, int calls)
    {
        using var model = new DecoratedModel(
            new ScriptedModel(ScriptedModel.Fails(
                new LanguageModelException(LanguageModelFailure.RateLimited, "Too many.") { RetryAfter = TimeSpan.FromSeconds(seconds) })),
            options => options.Retries = 2, new EagerTime());

        Assert.Equal(LanguageModelFailure.RateLimited, await model.FailAsync());
        Assert.Equal(calls, model.Model.Calls);
    }

    [Fact]
    public async Task Stream_FailsAfterItsFirstPiece_IsNotBegunAnew()
    {
        using var model = new DecoratedModel(
            new ScriptedModel(ScriptedModel.Fails(Unavailable, "Sand"), ScriptedModel.Says("Silt")), options => options.Retries = 3, new EagerTime());

        var (words, failure) = await model.AskAsync();

        Assert.Equal(("Sand", LanguageModelFailure.Interrupted, 1), (words, failure?.Failure, model.Model.Calls));
    }

    private static HttpRequestException Unavailable => new("", null, HttpStatusCode.ServiceUnavailable);
}
