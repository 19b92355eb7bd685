using Microsoft.Extensions.AI;
using PaperBot.LanguageModels;

namespace PaperBot.Tests.LanguageModels.Decorators;

public sealed class CachedAnswersTests
{
    [Fact]
    public async Task SamePrompt_OfAnybody_IsAnsweredOnce()
    {
        using var model = Model(ScriptedModel.Counts(60, 40, "Sand ", "is"));

        Assert.Equal("Sand is", (await model.AskAsync(person: "U1")).Words);
        Assert.Equal("Sand is", (await model.AskAsync(person: "U2")).Words);

        Assert.Equal((1, 100), (model.Model.Calls, model.Usage.TokensToday()));
    }

    [Fact]
    public async Task OtherWordsOrPromptOrSettings_AreAskedAnew()
    {
        using var model = Model(ScriptedModel.Says("Sand"));

        await model.AskAsync("why?");
        await model.AskAsync("how?");
        await Whole(ModelCall.Options("U1", "answer/2"));
        await Whole(ModelCall.Options("U1", "answer/1"));
        await Whole(new ChatOptions { Temperature = 1 });
        await Whole(new ChatOptions { Tools = [AIFunctionFactory.Create(() => 1, "one")] });

        Assert.Equal(6, model.Model.Calls);

        Task Whole(ChatOptions options) => model.Client.GetResponseAsync("why?", options);
    }

    [Fact]
    public async Task AnswerThatFailedOrWasCutOff_IsNotKept()
    {
        using var model = Model(
            ScriptedModel.Fails(new IOException(), "Sand"), ScriptedModel.Ends(ChatFinishReason.Length, "Silt"), ScriptedModel.Says("Clay"));

        await model.AskAsync();
        await model.AskAsync();

        Assert.Equal(("Clay", null), await model.AskAsync());
        Assert.Equal(("Clay", null), await model.AskAsync());
        Assert.Equal(3, model.Model.Calls);
    }

    [Fact]
    public async Task AnswerThatNobodyReadToItsEnd_IsNotKept()
    {
        using var model = Model(ScriptedModel.Says("Sand ", "is"));
        await foreach (var piece in model.Client.GetStreamingResponseAsync("why?", ModelCall.Options("U1", "answer/1")))
            break;

        Assert.Equal("Sand is", (await model.AskAsync()).Words);
        Assert.Equal(2, model.Model.Calls);
    }

    [Fact]
    public async Task MoreAnswersThanMayBeKept_AreNotKept()
    {
        using var model = Model(ScriptedModel.Says("Sand"));
        for (var i = 0; i < 40; i++)
            await model.AskAsync($"{i}");

        for (var i = 0; i < 40; i++)
            await model.AskAsync($"{i}");

        Assert.InRange(model.Model.Calls, 60, 80);
    }

    private static DecoratedModel Model(params ScriptedModel.Script[] scripts) => new(new ScriptedModel(scripts), options => options.CachedResponses = 20);
}
