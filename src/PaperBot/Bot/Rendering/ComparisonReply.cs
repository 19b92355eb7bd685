using System.Globalization;
using PaperBot.Answering;
using PaperBot.Bot.Replies;
using PaperBot.Papers;
using PaperBot.Slack.Blocks;

namespace PaperBot.Bot.Rendering;

/// <summary>Papers side by side: a table with a column a paper, its quotes short enough to read there and whole behind a button.</summary>
internal static class ComparisonReply
{
    // All tables of a message hold at most 10,000 characters (https://docs.slack.dev/reference/block-kit/blocks/table-block); the heads need some.
    private const int LongestTable = 9_000;
    private const int LongestCell = 240;

    // Two quotes fit.
    private const int LongestSentence = 700;
    private const string NotStated = "not stated";

    public static Reply Of(string id, Comparison comparison)
    {
        var cell = Math.Min(LongestCell, LongestTable / (comparison.Rows.Count * comparison.Papers.Count + 1));
        var said = Sentences("What they share", comparison.Shared, comparison)
            .Concat(Sentences("Where they differ", comparison.Differ, comparison)).ToList();
        return new Reply(
            id, ReplyKind.Comparison, Text(comparison, said),
            [
                .. Lines.Small(comparison.Papers.Select((paper, i) => $"{Number(i)} {AnswerReply.Source(paper)}")),
                .. said.Select(Block),
                Table(comparison, cell),
                ReplyButtons.Row(
                    ReplyButtons.Of(ReplyButtons.Sources, "Quotes", new ButtonValue.OfReply(id)),
                    ReplyButtons.Of(ReplyButtons.BibTeX, "BibTeX", new ButtonValue.OfReply(id))),
                .. Lines.Small(ModeText.Of(comparison.Mode)),
                ReplyButtons.FeedbackRow(id),
            ],
            [.. comparison.Papers.Select(paper => paper.Key)],
            [.. comparison.Rows.Select(row => Statement(row, comparison.Papers)).Where(statement => statement.Quotes.Count > 0)]);
    }

    private static TableBlock Table(Comparison comparison, int cell) => new()
    {
        Rows =
        [
            [Bold(" "), .. comparison.Papers.Select((paper, i) => Bold($"{Number(i)} {SafeText.Line(paper.Title, 60)}"))],
            .. comparison.Rows.Select(row => (IReadOnlyList<TableCell>)
                [Bold(Aspect(row)), .. row.Cells.Select(value => new RawText(Shown(value, cell)))]),
        ],
        ColumnSettings = [.. Enumerable.Range(0, comparison.Papers.Count + 1).Select(_ => new ColumnSettings { IsWrapped = true })],
    };

    private static string Shown(ComparisonCell cell, int most) =>
        cell.Text is { } said && SafeText.Line(said, most) is { Length: > 0 } text ? text : NotStated;

    private static RichTextCell Bold(string text) => new()
    {
        Elements = [new RichTextSection([new RichText(text) { Style = new RichTextStyle { Bold = true } }])],
    };

    private static string Aspect(ComparisonRow row) =>
        SummaryReply.Capitalized(SafeText.Line(row.Aspect, 60)) is { Length: > 0 } aspect ? aspect : "–";

    private static Statement Statement(ComparisonRow row, IReadOnlyList<Paper> papers) => new(
        Aspect(row),
        [.. row.Cells.Select((cell, i) => (cell.Quote, Number: i + 1)).Where(cell => cell.Quote is not null)
            .Select(cell => new Quotation(cell.Number, papers[cell.Number - 1].Key, cell.Quote!))]);

    /// <summary>A heading and its sentences, with numbers where those name papers by their titles.</summary>
    private static IEnumerable<(string Heading, IReadOnlyList<string> Sentences)> Sentences(
        string heading, IReadOnlyList<string> sentences, Comparison comparison)
    {
        if (sentences.Count > 0)
            yield return (heading, [.. sentences.Select(sentence => SafeText.Line(Numbered(sentence, comparison.Papers), LongestSentence))]);
    }

    private static string Numbered(string sentence, IReadOnlyList<Paper> papers)
    {
        for (var i = 0; i < papers.Count; i++)
            sentence = papers[i].Title.Length > 0 ? sentence.Replace($"*{papers[i].Title}*", Number(i), StringComparison.Ordinal) : sentence;
        return sentence;
    }

    private static RichTextBlock Block((string Heading, IReadOnlyList<string> Sentences) said) => new()
    {
        Elements =
        [
            new RichTextSection([new RichText(said.Heading) { Style = new RichTextStyle { Bold = true } }]),
            new RichTextList([.. said.Sentences.Take(10).Select(sentence => new RichTextSection([new RichText(sentence)]))], "bullet"),
        ],
    };

    private static string Text(Comparison comparison, List<(string Heading, IReadOnlyList<string> Sentences)> said) => string.Join('\n',
    [
        .. comparison.Papers.Select((paper, i) => $"{Number(i)} {AnswerReply.PlainSource(paper)}"),
        .. said.SelectMany(part => new[] { $"{part.Heading}:" }.Concat(part.Sentences.Take(10).Select(sentence => SafeText.Mrkdwn(sentence, LongestSentence)))),
        .. comparison.Rows.Select(row => $"{SafeText.Mrkdwn(Aspect(row), 100)}: {string.Join(' ', row.Cells.Select(Cell))}"),
        ModeText.Of(comparison.Mode),
    ]);

    private static string Cell(ComparisonCell cell, int index) => $"{Number(index)} {SafeText.Mrkdwn(Shown(cell, LongestCell), LongestCell)}";

    private static string Number(int index) => string.Create(CultureInfo.InvariantCulture, $"[{index + 1}]");
}
