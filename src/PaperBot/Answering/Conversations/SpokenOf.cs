using PaperBot.Answering.Extractive.Summaries;
using PaperBot.Papers;

namespace PaperBot.Answering.Conversations;

/// <summary>The papers that a thread has spoken of, and what "it", "them" and "the second one" mean there.</summary>
internal sealed class SpokenOf
{
    // What was said further back nobody points to with a pronoun.
    private const int MostTurns = 12;

    private readonly ConversationTurn? _focus;

    /// <param name="thread">Oldest first.</param>
    public SpokenOf(IReadOnlyList<ConversationTurn> thread)
    {
        var turns = thread.TakeLast(MostTurns).ToList();
        Turns = turns;
        _focus = turns.FindLast(turn => turn is { Papers.Count: > 0, WasRefused: false }) ?? turns.FindLast(turn => turn.Papers.Count > 0);
        Shown = _focus?.Papers ?? [];
        All = [.. turns.Where(turn => !turn.WasRefused).SelectMany(turn => turn.Papers).DistinctBy(paper => paper.Key)];
        // What was picked from a list does not end it: "the third one" is still the list's.
        Listed = turns.FindLast(turn => turn.Papers.Count > 1)?.Papers ?? Several;
    }

    /// <summary>Oldest first.</summary>
    public IReadOnlyList<ConversationTurn> Turns { get; }

    /// <summary>The papers that were spoken of last, as they were numbered.</summary>
    public IReadOnlyList<Paper> Shown { get; }

    /// <summary>The last list of several papers, or where there was none, the papers that came one by one.</summary>
    public IReadOnlyList<Paper> Listed { get; }

    /// <summary>In the order of their first mention.</summary>
    public IReadOnlyList<Paper> All { get; }

    /// <summary>"It": the paper that the question named, else the first one shown.</summary>
    public Paper? Focus => Shown.FirstOrDefault(IsAskedOf) ?? (Shown.Count > 0 ? Shown[0] : null);

    /// <summary>"They": the papers shown last, or where that was a single one, all of the thread.</summary>
    public IReadOnlyList<Paper> Several => Shown.Count > 1 || All.Count == 0 ? Shown : All;

    /// <summary>Whether the question that showed the papers names this one.</summary>
    public bool IsAskedOf(Paper paper) => Name(paper) is { } name && _focus?.Question.Contains(name, StringComparison.OrdinalIgnoreCase) == true;

    /// <param name="number">From 1; below 0 counts from the end.</param>
    public Paper? Numbered(int number)
    {
        var index = number > 0 ? number - 1 : Listed.Count + number;
        return index >= 0 && index < Listed.Count ? Listed[index] : null;
    }

    /// <summary>The short name that a paper gives its own work: "SPANN"; null when it has none.</summary>
    public static string? Name(Paper paper) =>
        new OwnNames(LatexText.ToReadable(paper.Title), QuotableSentences.Of(paper)).All is [var name, ..] ? name : null;
}
