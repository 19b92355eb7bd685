using PaperBot.Answering;
using PaperBot.Terminal.Output;
using Spectre.Console;

namespace PaperBot.Terminal.Views;

/// <summary>A paper in a nutshell: what it is, its TLDR, then a line for each aspect that its abstract states.</summary>
internal static class SummaryView
{
    public static void Write(TerminalOutput output, Summary summary)
    {
        output.Write(new Paragraph(PaperText.TitleAndYear(summary.Paper) + "\n", Styles.Strong));
        output.Write(new Paragraph(PaperText.Facts(PaperText.Link(summary.Paper) ?? summary.Paper.Key.Value) + "\n\n", Styles.Quiet));
        if (summary.Paper.Withdrawn)
            output.Write(new Paragraph("This paper was withdrawn.\n\n", Styles.Warning));
        if (summary.Tldr.Length == 0)
        {
            output.Write(new Paragraph(string.IsNullOrWhiteSpace(summary.Paper.Abstract)
                ? "The library has no abstract of it, so there is nothing to summarize.\n"
                : "Its abstract holds no sentence short enough to quote, so there is nothing to summarize.\n"));
            return;
        }

        var grid = new Grid()
            .AddColumn(new GridColumn { NoWrap = true, Padding = new Padding(0, 0, 2, 0) })
            .AddColumn(new GridColumn { Padding = new Padding(0) });
        grid.AddRow(new Text("TLDR", Styles.Strong), new Text(PaperText.Readable(summary.Tldr)));
        foreach (var point in summary.Points)
            grid.AddRow(new Text(Capitalized(point.Aspect), Styles.Mark), new Text(PaperText.Readable(point.Quote)));
        output.Write(grid);
    }

    /// <summary>"training cost" as a heading: "Training cost".</summary>
    public static string Capitalized(string aspect) =>
        PaperText.Readable(aspect) is [var first, .. var rest] ? char.ToUpperInvariant(first) + rest : "";
}
