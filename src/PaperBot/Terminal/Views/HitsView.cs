using System.Globalization;
using PaperBot.Papers;
using PaperBot.Retrieval;
using PaperBot.Terminal.Output;
using Spectre.Console;

namespace PaperBot.Terminal.Views;

/// <summary>Papers that a search found, best first, each with the reason why it is there.</summary>
internal static class HitsView
{
    public static void Write(TerminalOutput output, IReadOnlyList<SearchHit> hits)
    {
        var table = PaperTable.New("#", "Paper", "Why");
        table.Columns[0].RightAligned();
        for (var i = 0; i < hits.Count; i++)
            table.AddRow(
                new Text((i + 1).ToString(CultureInfo.InvariantCulture), Styles.Quiet),
                PaperTable.Cell(hits[i].Paper, PaperText.TitleAndYear(hits[i].Paper)),
                new Text(PrintableText.Line(hits[i].Why), Styles.Quiet));
        output.Out.Write(table);
    }
}
