using System.Globalization;
using PaperBot.Answering;
using PaperBot.Bot.Rendering;
using PaperBot.Slack.Blocks;

namespace PaperBot.Bot.Unfurls;

/// <summary>What stands under a link to a paper of the library.</summary>
internal static class UnfurlBlocks
{
    private const int LongestFacts = 400;
    private const int LongestTldr = 400;

    /// <param name="discussed">Where it was discussed before; null when it was not.</param>
    public static IReadOnlyList<Block> Of(Summary summary, Discussion? discussed)
    {
        var blocks = new List<Block> { new SectionBlock { Text = new Mrkdwn(Head(summary)) { Verbatim = true } } };
        if (discussed is not null)
            blocks.Add(new ContextBlock { Elements = [new Mrkdwn(Told(discussed))] });
        blocks.Add(PaperCard.Buttons(summary.Paper));
        return blocks;
    }

    private static string Head(Summary summary)
    {
        var paper = summary.Paper;
        var lines = new List<string> { PaperLink.Bold(paper) };
        if (PaperFacts.Short(paper) is { Length: > 0 } facts)
            lines.Add(SafeText.Mrkdwn(facts, LongestFacts));
        if (summary.Tldr.Length > 0)
            lines.Add($"> {SafeText.Mrkdwn(summary.Tldr, LongestTldr)}");
        return string.Join('\n', lines);
    }

    // Slack writes the date in the reader's own time zone; the text behind the bar is for those who cannot.
    private static string Told(Discussion discussed)
    {
        var day = discussed.At.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        var link = discussed.Permalink is { } address ? $"^{address.AbsoluteUri}" : "";
        var seconds = discussed.At.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        return $"Discussed here before: <!date^{seconds}^{{date_long}}{link}|{day}>";
    }
}

/// <summary>When a paper was discussed in the same conversation before.</summary>
/// <param name="Permalink">Null when Slack gives none.</param>
internal sealed record Discussion(DateTimeOffset At, Uri? Permalink);
