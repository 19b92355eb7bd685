using System.Globalization;
using PaperBot.Bot.Replies;
using PaperBot.Papers;
using PaperBot.Slack.Blocks;

namespace PaperBot.Bot.Rendering;

/// <summary>The verbatim sentences that a reply rests on, by the numbers of its papers.</summary>
internal static class QuotesReply
{
    private const int LongestQuote = 1_000;

    // A comparison of six papers on eight aspects has 48; most abstracts quote shorter than this would need.
    private const int LongestTogether = 12_000;

    /// <param name="find">Looks a paper up; null when the library has it no more.</param>
    public static Reply Of(string id, Reply reply, Func<PaperKey, Paper?> find)
    {
        // A sentence of an answer is its quote; what a summary or a comparison says is the aspect that the quote stands for.
        var quotes = reply.Statements
            .SelectMany(statement => statement.Quotes.Select(quote => (Quote: quote, About: reply.Kind == ReplyKind.Answer ? "" : statement.Text)))
            .Where(quoted => quoted.Quote.Quote.Length > 0).Distinct().ToList();
        if (quotes.Count == 0)
            return NoticeReply.Of(id, "This rests on no quotes.");
        var longest = quotes.Sum(quoted => quoted.Quote.Quote.Length) <= LongestTogether ? LongestQuote : Math.Min(LongestQuote, LongestTogether / quotes.Count);
        var papers = quotes.GroupBy(quoted => (quoted.Quote.Number, quoted.Quote.Paper)).OrderBy(group => group.Key.Number)
            .Select(group => new Quoted(
                group.Key.Number, group.Key.Paper, find(group.Key.Paper), [.. group.Select(quoted => Line(quoted.About, quoted.Quote.Quote, longest))]))
            .ToList();
        return new Reply(
            id, ReplyKind.Notice, string.Join('\n', papers.Select(Text)), [.. papers.Select(Block)], [.. papers.Select(paper => paper.Key)], []);
    }

    private static RichTextBlock Block(Quoted quoted) => new()
    {
        Elements =
        [
            new RichTextSection([new RichText($"{Number(quoted)} "), quoted.Paper is { } paper ? PaperLink.Rich(paper) : new RichText(quoted.Key.Value),
                .. quoted.Paper is { Withdrawn: true } ? [new RichText(" (withdrawn)")] : Array.Empty<RichTextPart>()]),
            .. quoted.Lines.Select(line => new RichTextQuote([new RichText(line)])),
        ],
    };

    private static string Text(Quoted quoted) => string.Join('\n',
    [
        $"{Number(quoted)} {(quoted.Paper is { } paper ? AnswerReply.PlainSource(paper) : SafeText.Mrkdwn(quoted.Key.Value, 200))}",
        .. quoted.Lines.Select(line => SafeText.Mrkdwn(line, 2 * LongestQuote)),
    ]);

    private static string Line(string about, string quote, int longest) =>
        about.Length > 0 ? $"{SafeText.Line(about, 60)}: “{SafeText.Line(quote, longest)}”" : $"“{SafeText.Line(quote, longest)}”";

    private static string Number(Quoted quoted) => string.Create(CultureInfo.InvariantCulture, $"[{quoted.Number}]");

    /// <param name="Paper">Null when the library has it no more.</param>
    private sealed record Quoted(int Number, PaperKey Key, Paper? Paper, IReadOnlyList<string> Lines);
}
