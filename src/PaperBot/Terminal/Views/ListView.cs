using PaperBot.Papers;
using PaperBot.Terminal.Output;
using Spectre.Console;

namespace PaperBot.Terminal.Views;

/// <summary>Papers of the library, newest first.</summary>
internal static class ListView
{
    public static void Write(TerminalOutput output, IReadOnlyList<Paper> papers, long total)
    {
        var table = PaperTable.New("Published", "Paper");
        foreach (var paper in papers)
            table.AddRow(new Text(paper.Published?.ToString() ?? "", Styles.Quiet), PaperTable.Cell(paper, PaperText.Title(paper)));
        output.Out.Write(table);
        if (papers.Count < total)
            output.Notice($"{papers.Count} of {total} papers. --limit N shows more; `paperbot search` finds the right ones.");
    }
}
