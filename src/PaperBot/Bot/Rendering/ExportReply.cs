using PaperBot.Bot.Replies;
using PaperBot.Bot.Requests;
using PaperBot.Papers;
using PaperBot.Papers.Export;
using PaperBot.Slack.Blocks;

namespace PaperBot.Bot.Rendering;

/// <summary>Papers as BibTeX or as a table: a few to copy from the message, more as a file.</summary>
internal static class ExportReply
{
    // Some three records; more is a file that one would save anyway.
    private const int LongestShown = 2_500;

    /// <param name="left">How many papers more there are than these.</param>
    /// <param name="isPrivate">
    /// Whether one person sees it; a file cannot be shown to one person in a channel, so it goes to their direct messages.
    /// </param>
    /// <param name="nearestTo">The words that ranked them; empty when nothing did.</param>
    public static Reply Of(string id, ExportFormat format, IReadOnlyCollection<Paper> papers, long left, bool isPrivate, string nearestTo = "")
    {
        using var written = new StringWriter { NewLine = "\n" };
        (format == ExportFormat.BibTeX ? (Action<TextWriter, IEnumerable<Paper>>)BibTeXWriter.Write : CsvWriter.Write)(written, papers);
        var (content, name) = (written.ToString(), format == ExportFormat.BibTeX ? "BibTeX" : "CSV");
        var title = $"{Plural.Of(papers.Count, "paper")} as {name}";
        var shown = left > 0 ? $"{title}, of {papers.Count + left:N0}. Name what to search for to get others."
            : nearestTo.Length > 0 ? $"{title}, those nearest to “{SafeText.Mrkdwn(nearestTo, 300)}” first."
            : $"{title}.";
        if (format == ExportFormat.BibTeX && content.Length <= LongestShown)
        {
            return new Reply(
                id, ReplyKind.Notice, $"{shown}\n{SafeText.Code(content)}",
                [.. Lines.Plain(shown), new RichTextBlock { Elements = [new RichTextPreformatted([new RichText(Whole(content))])] }],
                [.. papers.Take(MostNamed).Select(paper => paper.Key)], []);
        }

        return NoticeReply.Of(id, isPrivate ? $"{shown} I sent you the file in our direct messages." : shown) with
        {
            File = ReplyFile.OfText(format == ExportFormat.BibTeX ? "papers.bib" : "papers.csv", title, content),
            Papers = [.. papers.Take(MostNamed).Select(paper => paper.Key)],
        };
    }

    // Nobody speaks of the fiftieth paper of a file.
    private const int MostNamed = 10;

    private static string Whole(string text) => string.Concat(text.EnumerateRunes());
}
