using System.Net;
using Microsoft.Extensions.AI;
using PaperBot.LanguageModels;

namespace PaperBot.Tests.LanguageModels.Decorators;

public sealed class BudgetTests
{
    [Fact]
    public async Task Day_UsedUp_CallsNobodyUntilMidnightUtc()
    {
        using var model = new DecoratedModel(new ScriptedModel(ScriptedModel.Counts(60, 40, "Sand")), options => options.TokensPerDay = 100);
        Assert.Null(await model.FailAsync());

        Assert.Equal(LanguageModelFailure.BudgetSpent, await model.FailAsync());
        Assert.Equal(1, model.Model.Calls);
        Assert.Equal(LanguageModelFailure.BudgetSpent, model.Usage.RecentFailures(1).Single().Failure);

        model.Time.Advance(TimeSpan.FromHours(15));
        Assert.Null(await model.FailAsync());
    }

    [Fact]
    public async Task Person_WhoUsedUpTheirs_LeavesThoseOfOthers()
    {
        using var model = new DecoratedModel(new ScriptedModel(ScriptedModel.Counts(60, 40, "Sand")), options => options.TokensPerPersonPerDay = 100);
        await model.AskAsync(person: "U1");

        Assert.Equal(LanguageModelFailure.BudgetSpent, (await model.AskAsync(person: "U1")).Failure?.Failure);
        Assert.Null((await model.AskAsync(person: "U2")).Failure);
        Assert.Equal((200, 100, 2), (model.Usage.TokensToday(), model.Usage.TokensToday("U2"), model.Usage.Days(1).Single().People));
    }

    [Fact]
    public async Task Provider_ThatCountsNothing_IsEstimatedAtFourCharactersAToken()
    {
        using var model = new DecoratedModel(new ScriptedModel(ScriptedModel.Says("12345678", "9")));

        await model.AskAsync("1234567890123456");

        Assert.Equal((4, 3), model.Usage.Days(1).Select(day => (day.InputTokens, day.OutputTokens)).Single());
    }

    [Fact]
    public async Task Stream_CutOrAbandoned_IsCounted()
    {
        using var model = new DecoratedModel(new ScriptedModel(ScriptedModel.Fails(new IOException(), "12345678"), ScriptedModel.Says("12345678", "12345678")));

        await model.AskAsync("1234");
        await foreach (var piece in model.Client.GetStreamingResponseAsync("1234"))
            break;

        Assert.Equal((2, 1, 2, 4), model.Usage.Days(1).Select(day => (day.Calls, day.Failures, day.InputTokens, day.OutputTokens)).Single());
        Assert.Equal(0, model.Model.Running);
    }

    [Fact]
    public async Task Call_ThatIsTurnedAway_CostsNothing()
    {
        using var model = new DecoratedModel(new ScriptedModel(ScriptedModel.Fails(new HttpRequestException("", null, HttpStatusCode.Unauthorized))));

        await model.AskAsync("1234");

        Assert.Equal((1, 1, 0), model.Usage.Days(1).Select(day => (day.Calls, day.Failures, day.Tokens)).Single());
    }
}
