using PaperBot.Papers;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace PaperBot.Terminal.Views;

/// <summary>Tables with one paper a row: no frame, one line under the headings.</summary>
internal static class PaperTable
{
    public static Table New(params string[] headings)
    {
        var table = new Table { Border = TableBorder.Simple, BorderStyle = Styles.Quiet };
        foreach (var heading in headings)
            table.AddColumn(new TableColumn(new Text(heading, Styles.Strong)) { Padding = new Padding(0, 0, 2, 0) });
        return table;
    }

    /// <summary>The title, and under it what to type or open to get to the paper.</summary>
    public static IRenderable Cell(Paper paper, string title)
    {
        var cell = new Paragraph(title);
        if (paper.Withdrawn)
            cell.Append(" (withdrawn)", Styles.Warning);
        // A link that says the key serves for both.
        var link = PaperText.Link(paper);
        return cell.Append("\n" + PaperText.Facts(link is not null && link == PaperUrl.Of(paper.Key) ? null : paper.Key.Value, link), Styles.Quiet);
    }
}
