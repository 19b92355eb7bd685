using Microsoft.Extensions.DependencyInjection;
using PaperBot.Benchmarks.Models;
using PaperBot.LanguageModels;
using PaperBot.Tests.LanguageModels.Servers;
using PaperBot.Tests.Terminal;

namespace PaperBot.Tests.EndToEnd;

/// <summary>A conversation of which only the first turn can be understood alone, without a language model and with one that knows its prompts alone.</summary>
public sealed class FiveTurnsTests : IDisposable
{
    private static readonly string[] Turns =
        ["@PaperBot How does SPANN search a billion vectors?", "> and its memory cost?", "> how fast is it?", "> what data did they use?", "> is there code?"];

    // What each turn is about, in the abstract's words.
    private static readonly string[] Said = ["posting lists", "memory cost", "2 times faster", "three billion-scale datasets", "github.com/microsoft/SPTAG"];

    private readonly TestTerminal _terminal = new();

    public void Dispose() => _terminal.Dispose();

    [Fact]
    public async Task Chat_WithoutAModel_AnswersEachTurnOfThePaperBefore() => AssertAnswered(await TalkAsync(), "Local answer, in the abstracts' own words.");

    [Fact]
    public async Task Chat_WithAModel_AnswersEachTurnOfThePaperBefore()
    {
        await using var model = await ModelServer.StartAsync<WritingServer>();
        model.Write = told => PromptWriter.Write(told.System, told.User);
        _terminal.Replace = services => services.PostConfigure<LanguageModelOptions>(options =>
            (options.Provider, options.Endpoint, options.Model, options.ApiKey) = ("openai-compatible", $"{model.Address}/v1", ModelServer.Model, ModelServer.Key));

        AssertAnswered(await TalkAsync(), "Written by openai-compatible test-model");

        // Each later turn was first made whole from those before it.
        Assert.Equal(4, model.Conversation.Count(told => told.Asks("rewrite the last question")));
        Assert.All(model.Conversation.Where(told => told.Asks("rewrite the last question")), told => Assert.Contains("Papers: [1] SPANN", told.User, StringComparison.Ordinal));
    }

    private static void AssertAnswered(IReadOnlyList<string> replies, string label)
    {
        Assert.Equal(Turns.Length, replies.Count);
        foreach (var (reply, said) in replies.Zip(Said))
        {
            Assert.Contains(said, reply, StringComparison.Ordinal);
            Assert.Contains(label, reply, StringComparison.Ordinal);
        }
    }

    private async Task<IReadOnlyList<string>> TalkAsync()
    {
        var outcome = await _terminal.RunAsync(["chat"], string.Join('\n', Turns) + "\n");
        var screen = string.Join(' ', outcome.Out.Split([' ', '\n'], StringSplitOptions.RemoveEmptyEntries));
        return [.. screen.Split("PaperBot in #papers").Skip(1)];
    }
}
