using System.Globalization;
using PaperBot.Answering;
using PaperBot.Bot.Rendering;
using PaperBot.Papers;
using PaperBot.Slack;
using PaperBot.Slack.Blocks;

namespace PaperBot.Bot.Unfurls;

/// <summary>What stands under a link to a paper of the library.</summary>
internal static class UnfurlBlocks
{
    private const int MostAuthors = 3;
    private const int LongestTldr = 400;

    /// <param name="discussed">Where it was discussed before; null when it was not.</param>
    public static IReadOnlyList<Block> Of(Summary summary, Discussion? discussed)
    {
        var blocks = new List<Block> { new SectionBlock { Text = new Mrkdwn(Head(summary)) } };
        if (discussed is not null)
            blocks.Add(new ContextBlock { Elements = [new Mrkdwn(Told(discussed))] });
        blocks.Add(PaperButtons.Of(summary.Paper.Key));
        return blocks;
    }

    private static string Head(Summary summary)
    {
        var paper = summary.Paper;
        var lines = new List<string> { $"*{PaperLink.Mrkdwn(paper)}*" };
        if (Origin(paper) is { Length: > 0 } origin)
            lines.Add(SlackText.Escape(origin));
        if (summary.Tldr.Length > 0)
            lines.Add($"> {SlackText.Escape(Shortened.To(LatexText.ToReadable(summary.Tldr), LongestTldr))}");
        return string.Join('\n', lines);
    }

    /// <summary>"Ada Lovelace, Grace Hopper and 4 others · 2021".</summary>
    private static string Origin(Paper paper)
    {
        var authors = paper.Authors.Select(author => Shortened.To(LatexText.ToReadable(author), 60)).ToList();
        var named = authors.Count switch
        {
            0 => "",
            <= MostAuthors => string.Join(", ", authors),
            var all => string.Create(CultureInfo.InvariantCulture, $"{string.Join(", ", authors.Take(MostAuthors))} and {all - MostAuthors} others"),
        };
        var parts = new[] { named, paper.Published?.Year.ToString(CultureInfo.InvariantCulture) ?? "", paper.Withdrawn ? "withdrawn by its source" : "" };
        return string.Join(" · ", parts.Where(part => part.Length > 0));
    }

    // Slack writes the date in the reader's own time zone; the text behind the bar is for those who cannot.
    private static string Told(Discussion discussed)
    {
        var day = discussed.At.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        var link = discussed.Permalink is { } address ? $"^{address.AbsoluteUri}" : "";
        return string.Create(CultureInfo.InvariantCulture, $"Discussed here before: <!date^{discussed.At.ToUnixTimeSeconds()}^{{date_long}}{link}|{day}>");
    }
}

/// <summary>When a paper was discussed in the same conversation before.</summary>
/// <param name="Permalink">Null when Slack gives none.</param>
internal sealed record Discussion(DateTimeOffset At, Uri? Permalink);
