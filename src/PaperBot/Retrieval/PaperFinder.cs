using PaperBot.Papers;

namespace PaperBot.Retrieval;

/// <summary>Finds the papers that a person means by what they typed: an id, a DOI, an address, or words of a title.</summary>
internal sealed class PaperFinder(PaperStore papers)
{
    /// <summary>More candidates than this nobody chooses from.</summary>
    public const int MostCandidates = 10;

    // What is longer is no reference, and a title is not read from it word by word.
    private const int LongestSuggested = 200;

    public PaperLookup Find(string typed)
    {
        var reference = PaperReference.Parse(typed);
        if (reference.Key is { } key)
            return papers.Find(key) is { } paper ? new PaperLookup.Found(paper) : new PaperLookup.UnknownKey(key, IsEmpty());
        var title = TitleText.Normalize(reference.Words);
        return papers.FindByTitle(reference.Words, MostCandidates + 1) switch
        {
            [var only] => new PaperLookup.Found(only),
            [] when !string.IsNullOrWhiteSpace(LatexText.ToReadable(reference.Words)) || IsEmpty() => new PaperLookup.UnknownTitle(reference.Words, IsEmpty()),
            [] => new PaperLookup.NamesNothing(),
            // The first is the one with exactly this title, where there is one.
            [var first, ..] when TitleText.Normalize(first.Title) == title => new PaperLookup.Found(first),
            var several => new PaperLookup.Ambiguous(reference.Words, [.. several.Take(MostCandidates)], several.Count > MostCandidates),
        };
    }

    /// <summary>
    /// Papers for a list that is filtered as a person types: those with every word typed at the beginning of a word of the title, or whose id
    /// begins so; the latest in the library while nothing is typed.
    /// </summary>
    /// <returns>Titles that begin as typed first, then the newest.</returns>
    public IReadOnlyList<Paper> Suggest(string typed, int most)
    {
        var trimmed = typed.Trim();
        if (trimmed.Length == 0)
            return papers.Latest(most);
        if (PaperReference.ParseExact(trimmed)?.Key is { } key && papers.Find(key) is { } named)
            return [named];
        return trimmed.Length > LongestSuggested ? [] : papers.BeginningWith(trimmed, most);
    }

    private bool IsEmpty() => papers.Count() == 0;
}
