using PaperBot.Bot.Rendering;
using PaperBot.Ingestion;
using PaperBot.Papers;

namespace PaperBot.Bot.Replies;

/// <summary>What became of papers that a person added, with the first of them to go on from.</summary>
internal static class AddedReply
{
    // Those of a longer list are in the library as well.
    private const int MostShown = 6;

    /// <param name="papers">As the library has them.</param>
    /// <param name="told">What is to be known besides, each a line of markup.</param>
    /// <param name="isEmbedded">Whether they can be found by meaning already.</param>
    public static Reply Of(string id, IngestionReport counts, IReadOnlyList<Paper> papers, IReadOnlyList<string> told, bool isEmbedded)
    {
        var sentence = string.Join(", ", new[]
        {
            Told(counts.Added, "added"), Told(counts.Updated, "updated"), Told(counts.Unchanged, "known already"),
        }.Where(part => part.Length > 0));
        if (sentence.Length == 0)
            return NoticeReply.Of(id, ["No paper could be read from this.", .. told]);
        var shown = papers.Take(MostShown).ToList();
        var notes = new[]
        {
            papers.Count > shown.Count ? $"Shown are the first {shown.Count}." : "",
            papers.Any(paper => paper.Abstract.Length == 0) ? "A paper without an abstract can be found, but not quoted." : "",
            isEmbedded ? "" : "They are found by their words for now; finding them by meaning follows.",
        }.Where(note => note.Length > 0);
        return PapersReply.Of(
            id, ReplyKind.Papers, string.Join('\n', [$"{Plural.Of(papers.Count, "paper")}: {sentence}.", .. told]),
            [.. shown.Select(paper => new ListedPaper(paper, "", ""))], note: string.Join(' ', notes) is { Length: > 0 } note ? note : null);
    }

    private static string Told(int count, string what) => count > 0 ? $"{count:N0} {what}" : "";
}
