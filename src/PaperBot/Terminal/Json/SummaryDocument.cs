using PaperBot.Answering;
using PaperBot.Papers;
using PaperBot.Terminal.Views;

namespace PaperBot.Terminal.Json;

internal sealed record SummaryDocument(string Id, string Title, string Tldr, IReadOnlyList<PointDocument> Points)
{
    public static SummaryDocument Of(Summary summary) => new(
        summary.Paper.Key.Value, PaperText.Title(summary.Paper), summary.Tldr, [.. summary.Points.Select(point => new PointDocument(point.Aspect, point.Quote))]);
}

/// <param name="Quote">As the abstract has it, to the letter.</param>
internal sealed record PointDocument(string Aspect, string Quote);

internal sealed record ComparisonDocument(
    IReadOnlyList<ComparedDocument> Papers, IReadOnlyList<RowDocument> Rows, IReadOnlyList<string> Shared, IReadOnlyList<string> Differ)
{
    public static ComparisonDocument Of(Comparison comparison) => new(
        [.. comparison.Papers.Select(paper => new ComparedDocument(paper.Key.Value, PaperText.Title(paper)))],
        [.. comparison.Rows.Select(row => new RowDocument(row.Aspect, [.. row.Cells.Select(cell => new CellDocument(cell.Paper.Value, cell.Quote))]))],
        [.. comparison.Shared.Select(sentence => Plain(sentence, comparison.Papers))],
        [.. comparison.Differ.Select(sentence => Plain(sentence, comparison.Papers))]);

    // A title is set in stars, for Markdown; in JSON it reads as in "papers".
    private static string Plain(string sentence, IReadOnlyList<Paper> papers) =>
        papers.Aggregate(sentence, (text, paper) => text.Replace($"*{paper.Title}*", PaperText.Title(paper), StringComparison.Ordinal));
}

internal sealed record ComparedDocument(string Id, string Title);

internal sealed record RowDocument(string Aspect, IReadOnlyList<CellDocument> Cells);

/// <param name="Quote">As the abstract has it, to the letter; null when it does not state the aspect.</param>
internal sealed record CellDocument(string Id, string? Quote);
