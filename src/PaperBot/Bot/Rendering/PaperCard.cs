using PaperBot.Bot.Replies;
using PaperBot.Papers;
using PaperBot.Slack.Blocks;

namespace PaperBot.Bot.Rendering;

/// <summary>Everything the library knows of one paper.</summary>
internal static class PaperCard
{
    private const int MostAuthors = 12;

    // Longer abstracts are read where the paper is.
    private const int LongestAbstract = 3_000;

    public static Reply Of(string id, Paper paper)
    {
        var text = paper.Abstract.Length > 0 ? SafeText.Line(paper.Abstract, LongestAbstract) : "The library has no abstract of it.";
        var authors = paper.Authors.Count > 0 ? PaperFacts.Authors(paper, MostAuthors) : "The library does not have its authors.";
        var facts = PaperFacts.Whole(paper);
        return new Reply(
            id, ReplyKind.Papers,
            string.Join('\n', new[]
            {
                AnswerReply.PlainSource(paper), SafeText.Mrkdwn(authors, 1_000), SafeText.Mrkdwn(facts, 600), paper.Withdrawn ? Withdrawn : "",
                SafeText.Mrkdwn(text, 3_000),
            }.Where(line => line.Length > 0)),
            [
                .. Lines.Plain(PaperLink.Bold(paper)),
                .. Lines.Small(SafeText.Mrkdwn(authors, 1_000), SafeText.Mrkdwn(facts, 600)),
                .. Lines.Plain(paper.Withdrawn ? $":warning: {Withdrawn}" : ""),
                new RichTextBlock { Elements = [new RichTextSection([new RichText(text)])] },
                Buttons(paper),
            ],
            [paper.Key], []);
    }

    /// <summary>What can be done with one paper.</summary>
    public static ActionsBlock Buttons(Paper paper, bool isSummary = false) => ReplyButtons.Row(
        isSummary
            ? ReplyButtons.Of(ReplyButtons.Show, "Abstract", new ButtonValue.OfPaper(paper.Key))
            : ReplyButtons.Of(ReplyButtons.Summarize, "Summarize", new ButtonValue.OfPaper(paper.Key)),
        ReplyButtons.Of(ReplyButtons.Similar, "Similar", new ButtonValue.OfPaper(paper.Key)),
        ReplyButtons.Of(ReplyButtons.BibTeX, "BibTeX", new ButtonValue.OfPaper(paper.Key)));

    private const string Withdrawn = "This paper was withdrawn.";
}
