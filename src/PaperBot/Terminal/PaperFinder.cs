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
    public Paper Find(string reference)
    {
        if (papers.Find(new PaperKey(reference)) is { } known)
            return known;
        return papers.FindByTitle(reference, MostCandidates + 1) switch
        {
            [var only] => only,
            [] => throw new UsageException(papers.Count() == 0
                ? EmptyLibrary
                : $"No paper of the library has \"{PaperText.Readable(reference)}\" in its title. To find it by other words, type: paperbot search \"{PaperText.Readable(reference)}\""),
            var several => throw new UsageException(Candidates(reference, several)),
        };
    }

    private static string Candidates(string reference, IReadOnlyList<Paper> several)
    {
        var count = several.Count > MostCandidates ? $"more than {MostCandidates}" : $"{several.Count}";
        var lines = several.Take(MostCandidates).Select(paper => $"  {paper.Key.Value}  {PaperText.TitleAndYear(paper)}");
        return $"\"{PaperText.Readable(reference)}\" fits {count} papers; use one of these ids:\n{string.Join('\n', lines)}";
    }
}
