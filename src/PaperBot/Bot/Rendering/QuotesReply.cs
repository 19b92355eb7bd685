using System.Globalization;
using PaperBot.Bot.Replies;
using PaperBot.Papers;
using PaperBot.Slack.Blocks;

namespace PaperBot.Bot.Rendering;

/// <summary>The verbatim sentences that a reply rests on, by the numbers of its papers.</summary>
internal static class QuotesReply
{
    private const int LongestQuote = 1_000;

    // A comparison of six papers on eight aspects has 48.
    private const int LongestTogether = 12_000;

    /// <param name="find">Looks a paper up; null when the library has it no more.</param>
    public static Reply Of(string id, Reply reply, Func<PaperKey, Paper?> find)
    {
        var quotes = reply.Statements
            .SelectMany(statement => statement.Quotes.Select(quote => (quote.Number, quote.Paper, quote.Quote, Aspect: reply.Kind == ReplyKind.Answer ? "" : statement.Text)))
            .DistinctBy(quote => (quote.Number, quote.Quote, quote.Aspect)).ToList();
        if (quotes.Count == 0)
            return NoticeReply.Of(id, "This rests on no quotes.");
        var longest = Math.Min(LongestQuote, LongestTogether / quotes.Count);
        var papers = quotes.GroupBy(quote => (quote.Number, quote.Paper)).OrderBy(group => group.Key.Number).Select(group => (
            group.Key.Number, Paper: find(group.Key.Paper), group.Key.Paper.Value,
            Quotes: group.Select(quote => (quote.Aspect, Text: SafeText.Line(quote.Quote, longest))).Where(quote => quote.Text.Length > 0).ToList())).ToList();
        return new Reply(
            id, ReplyKind.Notice,
            string.Join('\n', papers.SelectMany(paper => new[] { $"{Number(paper.Number)} {(paper.Paper is null ? SafeText.Mrkdwn(paper.Value, 200) : AnswerReply.PlainSource(paper.Paper))}" }
                .Concat(paper.Quotes.Select(quote => $"{SafeText.Mrkdwn(Said(quote.Aspect), 100)} “{SafeText.Mrkdwn(quote.Text, LongestQuote * 2)}”".Trim())))),
            [
                .. papers.SelectMany(paper => new Block[]
                {
                    new RichTextBlock
                    {
                        Elements =
                        [
                            new RichTextSection(
                            [
                                new RichText($"{Number(paper.Number)} "),
                                paper.Paper is null ? new RichText(paper.Value) : PaperLink.Rich(paper.Paper),
                            ]),
                            .. paper.Quotes.Select(quote => new RichTextQuote([new RichText($"{Said(quote.Aspect)}{quote.Text}")])),
                        ],
                    },
                }),
            ],
            [.. papers.Select(paper => new PaperKey(paper.Value))], []);
    }

    private static string Said(string aspect) => aspect.Length > 0 ? $"{SafeText.Line(aspect, 60)}: " : "";

    private static string Number(int number) => string.Create(CultureInfo.InvariantCulture, $"[{number}]");
}
