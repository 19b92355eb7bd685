using PaperBot.Papers;

namespace PaperBot.Retrieval;

/// <summary>What came of looking for the paper that a person named; these five and no other.</summary>
internal abstract record PaperLookup
{
    private PaperLookup()
    {
    }

    internal sealed record Found(Paper Paper) : PaperLookup;

    /// <summary>The text names one paper, which the library does not have.</summary>
    internal sealed record UnknownKey(PaperKey Key, bool LibraryIsEmpty) : PaperLookup;

    /// <summary>No title has all the words.</summary>
    /// <param name="Words">As typed.</param>
    internal sealed record UnknownTitle(string Words, bool LibraryIsEmpty) : PaperLookup;

    /// <summary>There is neither an id nor a word in the text.</summary>
    internal sealed record NamesNothing : PaperLookup;

    /// <param name="Candidates">At most <see cref="PaperFinder.MostCandidates"/>, those with the shortest titles first.</param>
    /// <param name="More">Whether there are more than these.</param>
    internal sealed record Ambiguous(string Words, IReadOnlyList<Paper> Candidates, bool More) : PaperLookup;
}
