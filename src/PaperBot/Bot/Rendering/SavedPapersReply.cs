using System.Globalization;
using PaperBot.Bot.Replies;
using PaperBot.Papers;
using PaperBot.Slack.Blocks;

namespace PaperBot.Bot.Rendering;

/// <summary>The papers that a person put aside, the last first.</summary>
internal static class SavedPapersReply
{
    /// <summary>Each is a block, and BibTeX has them all.</summary>
    private const int Most = 20;

    public static Reply Of(string id, IReadOnlyList<Paper> papers)
    {
        if (papers.Count == 0)
            return NoticeReply.Of(id, "You have saved no papers yet. Save under a paper of a digest puts it here.");
        var heading = papers.Count > Most ? $"{Plural.Of(papers.Count, "saved paper")}, the last {Most}:" : $"{Plural.Of(papers.Count, "saved paper")}:";
        var shown = papers.Take(Most).ToList();
        return new Reply(
            id, ReplyKind.Notice, string.Join('\n', [heading, .. shown.Select((paper, i) => $"{Number(i)} {AnswerReply.PlainSource(paper)}")]),
            [
                .. Lines.Plain(heading),
                .. shown.Select(Item),
                ReplyButtons.Row(ReplyButtons.Of(ReplyButtons.BibTeX, "BibTeX", new ButtonValue.OfReply(id))),
            ],
            [.. papers.Select(paper => paper.Key)], []);
    }

    private static SectionBlock Item(Paper paper, int index) => new()
    {
        Text = new Mrkdwn($"*{Number(index)}* {PaperLink.Mrkdwn(paper)}\n{SafeText.Mrkdwn(PaperFacts.Short(paper), 400)}".TrimEnd()) { Verbatim = true },
        Accessory = new Button
        {
            ActionId = string.Create(CultureInfo.InvariantCulture, $"{ReplyButtons.Unsave}:{index + 1}"),
            Text = "Remove",
            Value = new ButtonValue.OfPaper(paper.Key).ToString(),
            AccessibilityLabel = SafeText.Line($"Remove {PaperLink.Title(paper)}", 75),
        },
    };

    private static string Number(int index) => string.Create(CultureInfo.InvariantCulture, $"{index + 1}.");
}
