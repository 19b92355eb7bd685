using PaperBot.Papers;
using PaperBot.Retrieval;
using PaperBot.Terminal.Views;

namespace PaperBot.Terminal;

/// <summary>Finds the paper that a person means by what they typed.</summary>
internal sealed class PaperFinder(PaperStore papers)
{
    public const string EmptyLibrary = "The library is empty. `paperbot ingest FILE` adds papers; `paperbot ask` starts with a sample library.";

    private const int MostCandidates = 10;

    /// <exception cref="UsageException">There is no such paper, or more than one; the message says how to name it.</exception>
    public Paper Find(string typed)
    {
        var reference = PaperReference.Parse(typed);
        if (reference.Key is { } key)
            return papers.Find(key) ?? throw new UsageException(Unknown(key));
        return papers.FindByTitle(reference.Words, MostCandidates + 1) switch
        {
            [var only] => only,
            [] => throw new UsageException(UnknownTitle(reference.Words)),
            // The first is the one with exactly this title, where there is one.
            [var first, ..] when TitleText.Normalize(first.Title) == TitleText.Normalize(reference.Words) => first,
            var several => throw new UsageException(Candidates(reference.Words, several)),
        };
    }

    private string Unknown(PaperKey key) => papers.Count() == 0
        ? EmptyLibrary
        : $"{key.Value} is not in the library. `paperbot search` finds what is there, and `paperbot ingest FILE` adds papers from a .jsonl or .bib file.";

    private string UnknownTitle(string words)
    {
        if (papers.Count() == 0)
            return EmptyLibrary;
        var shown = PaperText.Readable(words);
        return shown.Length == 0
            ? "That names no paper. Type an arXiv id, a DOI, an address, or words of the title."
            : $"No paper of the library has \"{shown}\" in its title. To find it by other words, type: paperbot search \"{shown}\"";
    }

    private static string Candidates(string words, IReadOnlyList<Paper> several)
    {
        var count = several.Count > MostCandidates ? $"more than {MostCandidates}" : $"{several.Count}";
        var lines = several.Take(MostCandidates).Select(paper => $"  {paper.Key.Value}  {PaperText.TitleAndYear(paper)}");
        return $"\"{PaperText.Readable(words)}\" fits {count} papers; use one of these ids:\n{string.Join('\n', lines)}";
    }
}
