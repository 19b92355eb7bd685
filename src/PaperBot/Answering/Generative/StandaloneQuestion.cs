using Microsoft.Extensions.AI;
using PaperBot.Answering.Conversations;
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
    // Of what was said, so much tells what it is about; a thread may hold whole pages.
    private const int LongestAnswer = 800;
    private const int LongestQuestion = 400;

    // One word in so many may be the model's own.
    private const int OwnWords = 2;

    /// <returns>Null when nothing came of it that can be a question.</returns>
    /// <exception cref="LanguageModelException">The model does not answer.</exception>
    public static async Task<string?> OfAsync(AskRequest request, Prompt prompt, IChatClient client, DateTimeOffset end, CancellationToken cancellationToken)
    {
        // Conditions are the person's own, and would be lost.
        if (!SearchQuery.Parse(request.Question, out _).Filter.IsEmpty)
            return null;
        var asked = PrintableText.Line(request.Typed.Length > 0 ? request.Typed : request.Question);
        var turns = string.Join("\n\n", request.Before.TakeLast(MostTurns).Where(turn => !PlantedInstructions.IsOne(Shorten(turn.Question))).Select(Turn));
        var messages = await prompt.FillAsync(
            new Dictionary<string, string> { ["turns"] = turns, ["question"] = asked, ["fence"] = new ShownPapers($"{asked}\n{turns}").Fence },
            cancellationToken).ConfigureAwait(false);
        var options = ModelCall.WithEnd(ModelCall.Options(request.Person, prompt.Id), end);
        // Streamed although it is read at once, so that a model that has fallen silent is given up as soon as with an answer.
        var response = await client.GetStreamingResponseAsync(messages, options, cancellationToken).ToChatResponseAsync(cancellationToken).ConfigureAwait(false);
        var written = PrintableText.Line(response.Text.Trim().Split('\n')[0]).Trim('"', '“', '”', ' ');
        return written.Length is > 0 and <= LongestQuestion && !PlantedInstructions.IsOne(written) && SearchQuery.Parse(written, out _).Filter.IsEmpty
            && IsOf(written, $"{asked} {request.Question} {turns}") ? written : null;
    }

    /// <summary>
    /// Whether it asks what the person asked: of its words half were said, and of its names all. Else the model was told by somebody else what to ask.
    /// </summary>
    private static bool IsOf(string written, string said)
    {
        var known = ClaimWords.Of(said).Select(word => word.Stem).ToHashSet(StringComparer.Ordinal);
        var words = ClaimWords.Of(written).Where(word => word.Tells).ToList();
        var foreign = words.Where(word => !known.Contains(word.Stem)).ToList();
        return foreign.Count * OwnWords <= words.Count && !foreign.Exists(word => StatedNames.IsOne(word.Text));
    }

    private static string Turn(ConversationTurn turn)
    {
        var said = string.Join(' ', turn.Sentences.Select(sentence => sentence.Text));
        var papers = turn.Papers.Select((paper, i) => $"[{i + 1}] {(PlantedInstructions.IsOne(paper.Title) ? "Untitled" : LatexText.ToReadable(paper.Title))}");
        return PrintableText.Block(string.Join('\n', new[]
        {
            $"Question: {Shorten(turn.Question)}",
            said.Length == 0 ? "Answer: none" : $"Answer: {Shorten(said)}",
            $"Papers: {string.Join("; ", papers)}",
        }));
    }

    private static string Shorten(string said) => said.Length > LongestAnswer ? said[..LongestAnswer] : said;
}
