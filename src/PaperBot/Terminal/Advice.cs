using PaperBot.Answering;
using PaperBot.Retrieval;
using PaperBot.Terminal.Views;

namespace PaperBot.Terminal;

/// <summary>Refusals and notices with what a person at a terminal can type next.</summary>
internal static class Advice
{
    public const string EmptyLibrary = "The library is empty. `paperbot ingest FILE` adds papers; `paperbot ask` starts with a sample library.";

    public static string On(Refusal refusal)
    {
        var sentence = RefusalText.Of(refusal);
        return refusal.Kind switch
        {
            RefusalKind.EmptyLibrary => $"{sentence} Add some with `paperbot ingest FILE`.",
            RefusalKind.NothingAsked => $"{sentence} Ask something of those papers, or list them with `paperbot search`.",
            RefusalKind.Published => $"{sentence} See it with `paperbot show PAPER`, or search by since: and until:.",
            RefusalKind.Authors => $"{sentence} See them with `paperbot show PAPER`, or search by author:NAME.",
            _ => sentence,
        };
    }

    /// <returns>Null when there is nothing to tell.</returns>
    public static string? On(SearchNotice notice) => notice switch
    {
        SearchNotice.MissingModel => $"{NoticeText.Of(notice)} `paperbot model install` mends that.",
        _ => NoticeText.Of(notice),
    };

    /// <summary>What to type when words named no paper, or several.</summary>
    public static string On(PaperLookup lookup) => lookup switch
    {
        PaperLookup.UnknownKey { LibraryIsEmpty: true } or PaperLookup.UnknownTitle { LibraryIsEmpty: true } => EmptyLibrary,
        PaperLookup.UnknownKey unknown =>
            $"{unknown.Key.Value} is not in the library. `paperbot search` finds what is there, and `paperbot ingest FILE` adds papers from a .jsonl or .bib file.",
        PaperLookup.UnknownTitle unknown when PaperText.Readable(unknown.Words) is { Length: > 0 } words =>
            $"No paper of the library has \"{words}\" in its title. To find it by other words, type: paperbot search \"{words}\"",
        PaperLookup.Ambiguous several => Candidates(several),
        _ => "That names no paper. Type an arXiv id, a DOI, an address, or words of the title.",
    };

    private static string Candidates(PaperLookup.Ambiguous several)
    {
        var count = several.More ? $"more than {several.Candidates.Count}" : $"{several.Candidates.Count}";
        var lines = several.Candidates.Select(paper => $"  {paper.Key.Value}  {PaperText.TitleAndYear(paper)}");
        return $"\"{PaperText.Readable(several.Words)}\" fits {count} papers; use one of these ids:\n{string.Join('\n', lines)}";
    }
}
