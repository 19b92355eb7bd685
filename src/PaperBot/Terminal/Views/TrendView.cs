using PaperBot.Charts;
using PaperBot.Charts.Trends;
using PaperBot.Terminal.Output;
using Spectre.Console;

namespace PaperBot.Terminal.Views;

/// <summary>A trend as lines of signs, one for each month, quarter or year.</summary>
internal static class TrendView
{
    private const int Widest = 40;

    public static void Write(TerminalOutput output, Trend trend, string? file)
    {
        output.Write(new Paragraph($"{TrendText.Headline(trend)}\n", Styles.Strong));
        output.Write(new Paragraph($"{TrendText.Span(trend)}\n\n", Styles.Quiet));
        var grid = new Grid().AddColumn(new GridColumn { NoWrap = true }).AddColumn(new GridColumn { NoWrap = true }.RightAligned()).AddColumn();
        foreach (var point in trend.Points)
            grid.AddRow(
                new Text(TrendText.Name(trend, point, isLong: false), Styles.Quiet), new Text(ChartText.Number(point.Count)),
                new Text(new string('█', (int)Math.Ceiling((double)point.Count * Widest / Math.Max(Widest, trend.Peak.Count))), Styles.Mark));
        output.Write(grid);
        if (TrendText.Note(trend) is { Length: > 0 } note)
            output.Notice(note);
        output.Notice(PictureFile.Told(file));
    }
}
