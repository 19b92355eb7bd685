using PaperBot.Answering.Extractive.Summaries;
using PaperBot.Papers;

namespace PaperBot.Answering.Conversations;

/// <summary>The papers that a thread has spoken of, and what "it", "them" and "the second one" mean there.</summary>
internal sealed class SpokenOf
{
    // What was said further back nobody points to with a pronoun.
    private const int MostTurns = 12;

    private readonly ConversationTurn? _shown;

    /// <param name="thread">Oldest first.</param>
    public SpokenOf(IReadOnlyList<ConversationTurn> thread)
    {
        var turns = thread.TakeLast(MostTurns).ToList();
        Last = turns.LastOrDefault();
        _shown = turns.LastOrDefault(turn => turn.Papers.Count > 0);
        Shown = _shown?.Papers ?? [];
        All = [.. turns.SelectMany(turn => turn.Papers).DistinctBy(paper => paper.Key)];
    }

    public ConversationTurn? Last { get; }

    /// <summary>The papers of the last turn that showed any, as they were numbered.</summary>
    public IReadOnlyList<Paper> Shown { get; }

    /// <summary>In the order of their first mention.</summary>
    public IReadOnlyList<Paper> All { get; }

    /// <summary>"It": the paper that the question named, else the first one shown.</summary>
    public Paper? Focus =>
        Shown.FirstOrDefault(paper => Name(paper) is { } name && _shown!.Question.Contains(name, StringComparison.OrdinalIgnoreCase)) ?? (Shown.Count > 0 ? Shown[0] : null);

    /// <summary>"They": the papers shown last, or where that was a single one, all of the thread.</summary>
    public IReadOnlyList<Paper> Several => Shown.Count > 1 ? Shown : All;

    /// <param name="number">From 1; below 0 counts from the end.</param>
    public Paper? Numbered(int number)
    {
        // A list was shown last, or the papers came one by one.
        var index = number > 0 ? number - 1 : Several.Count + number;
        return index >= 0 && index < Several.Count ? Several[index] : null;
    }

    /// <summary>The short name that a paper gives its own work: "SPANN"; null when it has none.</summary>
    public static string? Name(Paper paper) =>
        new OwnNames(LatexText.ToReadable(paper.Title), QuotableSentences.Of(paper)).All is [var name, ..] ? name : null;
}
