using System.Globalization;
using PaperBot.Answering;
using PaperBot.Terminal.Output;
using Spectre.Console;

namespace PaperBot.Terminal.Views;

/// <summary>Papers side by side: a table where the columns are wide enough to read, one aspect under the other where they are not.</summary>
internal static class ComparisonView
{
    private const int NarrowestColumn = 26;
    private const int AspectColumn = 14;

    public static void Write(TerminalOutput output, Comparison comparison)
    {
        output.Write(Sources.View(comparison.Papers.Select((paper, i) => (i + 1, paper))));
        output.WriteLine();
        if ((output.Out.Profile.Width - AspectColumn) / comparison.Papers.Count >= NarrowestColumn)
            output.Out.Write(Table(comparison));
        else
            WriteRows(output, comparison);
        WriteSentences(output, "What they share", comparison, comparison.Shared);
        WriteSentences(output, "Where they differ", comparison, comparison.Differ);
    }

    private static Table Table(Comparison comparison)
    {
        var table = new Table { Border = TableBorder.Horizontal, BorderStyle = Styles.Quiet, ShowRowSeparators = true };
        table.AddColumn(new TableColumn(new Text("")) { NoWrap = true });
        for (var i = 0; i < comparison.Papers.Count; i++)
            table.AddColumn(new TableColumn(new Text(Number(i), Styles.Mark)));
        foreach (var row in comparison.Rows)
            table.AddRow([new Text(SummaryView.Capitalized(row.Aspect), Styles.Strong), .. row.Cells.Select(Cell)]);
        return table;
    }

    private static void WriteRows(TerminalOutput output, Comparison comparison)
    {
        foreach (var row in comparison.Rows)
        {
            if (row != comparison.Rows[0])
                output.WriteLine();
            output.Write(new Paragraph(SummaryView.Capitalized(row.Aspect) + "\n", Styles.Strong));
            var grid = new Grid()
                .AddColumn(new GridColumn { NoWrap = true, Padding = new Padding(0, 0, 1, 0) })
                .AddColumn(new GridColumn { Padding = new Padding(0) });
            for (var i = 0; i < row.Cells.Count; i++)
                grid.AddRow(new Text(Number(i), Styles.Mark), Cell(row.Cells[i]));
            output.Write(grid);
        }
    }

    private static Text Cell(ComparisonCell cell) => cell.Text is null ? new Text("not stated", Styles.Quiet) : new Text(PaperText.Readable(cell.Text));

    private static string Number(int index) => string.Create(CultureInfo.InvariantCulture, $"[{index + 1}]");

    private static void WriteSentences(TerminalOutput output, string heading, Comparison comparison, IReadOnlyList<string> sentences)
    {
        if (sentences.Count == 0)
            return;
        output.Write(new Paragraph($"\n{heading}\n", Styles.Strong));
        var grid = new Grid()
            .AddColumn(new GridColumn { NoWrap = true, Padding = new Padding(0, 0, 1, 0) })
            .AddColumn(new GridColumn { Padding = new Padding(0) });
        foreach (var sentence in sentences)
            grid.AddRow(new Text("-"), new Text(Short(sentence, comparison)));
        output.Write(grid);
    }

    /// <summary>The sentence with numbers where it names papers by their titles, which stand above with their numbers.</summary>
    private static string Short(string sentence, Comparison comparison)
    {
        for (var i = 0; i < comparison.Papers.Count; i++)
            sentence = sentence
                .Replace($"*{comparison.Papers[i].Title}*", Number(i), StringComparison.Ordinal)
                .Replace($"*{PaperText.Title(comparison.Papers[i])}*", Number(i), StringComparison.Ordinal);
        return PaperText.Readable(sentence);
    }
}
