using System.Globalization;
using PaperBot.Papers;
using PaperBot.Retrieval;
using PaperBot.Terminal.Output;
using Spectre.Console;

namespace PaperBot.Terminal.Views;

/// <summary>What a library holds, in figures.</summary>
internal static class StatisticsView
{
    public static void Write(TerminalOutput output, LibraryStatistics statistics, string path)
    {
        var grid = new Grid()
            .AddColumn(new GridColumn { NoWrap = true, Padding = new Padding(0, 0, 3, 0) })
            .AddColumn(new GridColumn { Padding = new Padding(0) });
        Row("Papers", Number(statistics.Papers));
        if (statistics.WithoutAbstract > 0)
            Row("without abstract", Number(statistics.WithoutAbstract));
        Row("Published", statistics.Dates ?? "not known");
        Row("Sources", Counts(statistics.Sources));
        Row("Categories", Counts(statistics.TopCategories));
        Row("Embedded", statistics.Vectors.Count == 0 ? "none yet" : Counts(statistics.Vectors));
        Row("Size", string.Create(CultureInfo.InvariantCulture, $"{statistics.Bytes / 1e6:0.0} MB"));
        Row("File", path);
        output.Write(grid);

        void Row(string name, string value)
        {
            if (value.Length > 0)
                grid.AddRow(new Text(name, Styles.Quiet), new Text(PrintableText.Line(value)));
        }
    }

    private static string Counts(IReadOnlyList<(string Name, long Count)> counts) =>
        string.Join(", ", counts.Select(count => $"{count.Name} {Number(count.Count)}"));

    private static string Number(long count) => count.ToString("N0", CultureInfo.InvariantCulture);
}
