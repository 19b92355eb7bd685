using PaperBot.Answering;
using PaperBot.Bot.Replies;
using PaperBot.Papers;
using PaperBot.Slack.Blocks;

namespace PaperBot.Bot.Rendering;

/// <summary>Papers in a nutshell: what each is, its TLDR, then a line for each aspect that its abstract states.</summary>
internal static class SummaryReply
{
    private const int LongestQuote = 1_000;

    // Of several papers each gets less, so that they stay one message.
    private const int LongestOfSeveral = 300;

    public static Reply Of(string id, params IReadOnlyList<Summary> summaries)
    {
        var longest = summaries.Count == 1 ? LongestQuote : LongestOfSeveral;
        return new Reply(
            id, ReplyKind.Summary, string.Join("\n\n", summaries.Select(summary => Text(summary, longest))),
            [
                .. summaries.SelectMany(summary => Blocks(summary, longest)),
                .. summaries is [var only]
                    ? [PaperCard.Buttons(only.Paper, isSummary: true)]
                    : new Block[] { ReplyButtons.Row(ReplyButtons.Of(ReplyButtons.BibTeX, "BibTeX", new ButtonValue.OfReply(id))) },
                .. Lines.Small(ModeText.Of(summaries.Select(summary => summary.Mode).FirstOrDefault(mode => mode != Answer.LocalMode, Answer.LocalMode))),
                ReplyButtons.FeedbackRow(id),
            ],
            [.. summaries.Select(summary => summary.Paper.Key)],
            [.. summaries.SelectMany((summary, i) => Statements(summary, i + 1))]);
    }

    /// <summary>"training cost" as a heading: "Training cost".</summary>
    public static string Capitalized(string aspect) => aspect is [var first, .. var rest] ? char.ToUpperInvariant(first) + rest : "";

    private static IEnumerable<Block> Blocks(Summary summary, int longest)
    {
        var head = Lines.Plain($"{PaperLink.Bold(summary.Paper)}\n{SafeText.Mrkdwn(PaperFacts.Short(summary.Paper), 400)}".TrimEnd());
        if (Nothing(summary) is { } nothing)
            return [.. head, .. Lines.Plain(nothing)];
        var tldr = new RichTextSection([Bold("TLDR "), new RichText(SafeText.Line(summary.Tldr, longest))]);
        var points = summary.Points.Select(point => new RichTextSection(
            [Bold($"{Capitalized(SafeText.Line(point.Aspect, 60))} "), new RichText(SafeText.Line(point.Quote, longest))])).ToList();
        return [.. head, new RichTextBlock { Elements = points.Count > 0 ? [tldr, new RichTextList(points, "bullet")] : [tldr] }];
    }

    private static string? Nothing(Summary summary) =>
        summary.Tldr.Length > 0 ? null
        : string.IsNullOrWhiteSpace(summary.Paper.Abstract) ? "The library has no abstract of it, so there is nothing to summarize."
        : "Its abstract holds no sentence short enough to quote, so there is nothing to summarize.";

    private static string Text(Summary summary, int longest) => string.Join('\n', new[]
    {
        AnswerReply.PlainSource(summary.Paper),
        Nothing(summary) ?? $"TLDR: {SafeText.Mrkdwn(summary.Tldr, longest)}",
    }.Concat(summary.Points.Select(point => $"{Capitalized(SafeText.Mrkdwn(point.Aspect, 60))}: {SafeText.Mrkdwn(point.Quote, longest)}")));

    private static IEnumerable<Statement> Statements(Summary summary, int number)
    {
        if (summary.Tldr.Length > 0)
            yield return new Statement("TLDR", [new Quotation(number, summary.Paper.Key, summary.TldrQuote)]);
        foreach (var point in summary.Points)
            yield return new Statement(Capitalized(point.Aspect), [new Quotation(number, summary.Paper.Key, point.Quote)]);
    }

    private static RichText Bold(string text) => new(text) { Style = new RichTextStyle { Bold = true } };
}
