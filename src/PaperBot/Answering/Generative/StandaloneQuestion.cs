using Microsoft.Extensions.AI;
using PaperBot.Answering.Conversations;
using PaperBot.Answering.Extractive.Questions;
using PaperBot.Answering.Support;
using PaperBot.LanguageModels;
using PaperBot.LanguageModels.Prompts;
using PaperBot.Papers;
using PaperBot.Retrieval;

namespace PaperBot.Answering.Generative;

/// <summary>Has the language model say a question of a conversation so that it can be understood without the conversation.</summary>
internal static class StandaloneQuestion
{
    // Further back nobody leans on what was said.
    private const int MostTurns = 6;
    private const int LongestAnswer = 800;
    private const int LongestQuestion = 400;

    /// <returns>Null when nothing came of it that can be a question.</returns>
    /// <exception cref="LanguageModelException">The model does not answer.</exception>
    public static async Task<string?> OfAsync(AskRequest request, Prompt prompt, IChatClient client, DateTimeOffset end, CancellationToken cancellationToken)
    {
        // Conditions are the person's own, and would be lost.
        if (!SearchQuery.Parse(request.Question, out _).Filter.IsEmpty)
            return null;
        var asked = PrintableText.Line(request.Typed.Length > 0 ? request.Typed : request.Question);
        var turns = string.Join("\n\n", request.Before.TakeLast(MostTurns).Where(turn => !Instructions.IsOne(turn.Question)).Select(Turn));
        var messages = await prompt.FillAsync(
            new Dictionary<string, string> { ["turns"] = turns, ["question"] = asked, ["fence"] = new ShownPapers($"{asked}\n{turns}").Fence },
            cancellationToken).ConfigureAwait(false);
        var options = ModelCall.WithEnd(ModelCall.Options(request.Person, prompt.Id), end);
        var response = await client.GetResponseAsync(messages, options, cancellationToken).ConfigureAwait(false);
        var written = PrintableText.Line(response.Text.Trim().Split('\n')[0]).Trim('"', '“', '”', ' ');
        return written.Length is > 0 and <= LongestQuestion && !PlantedInstructions.IsOne(written) && SearchQuery.Parse(written, out _).Filter.IsEmpty
            ? written : null;
    }

    private static string Turn(ConversationTurn turn)
    {
        var said = string.Join(' ', turn.Sentences.Select(sentence => sentence.Text));
        var papers = turn.Papers.Select((paper, i) => $"[{i + 1}] {(PlantedInstructions.IsOne(paper.Title) ? "Untitled" : LatexText.ToReadable(paper.Title))}");
        return PrintableText.Block(string.Join('\n', new[]
        {
            $"Question: {turn.Question}",
            said.Length == 0 ? "Answer: none" : $"Answer: {(said.Length > LongestAnswer ? said[..LongestAnswer] : said)}",
            $"Papers: {string.Join("; ", papers)}",
        }));
    }
}
