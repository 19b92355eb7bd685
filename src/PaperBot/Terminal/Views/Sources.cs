using System.Globalization;
using PaperBot.Papers;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace PaperBot.Terminal.Views;

/// <summary>Numbered papers with their links: "[1] Title (year) · link".</summary>
internal static class Sources
{
    public static IRenderable View(IEnumerable<(int Number, Paper Paper)> papers)
    {
        var grid = new Grid()
            .AddColumn(new GridColumn { NoWrap = true, Padding = new Padding(0, 0, 1, 0) })
            .AddColumn(new GridColumn { Padding = new Padding(0) });
        foreach (var (number, paper) in papers)
            grid.AddRow(new Text(string.Create(CultureInfo.InvariantCulture, $"[{number}]"), Styles.Mark), TitleAndLink(paper));
        return grid;
    }

    public static Paragraph TitleAndLink(Paper paper)
    {
        var text = new Paragraph(PaperText.TitleAndYear(paper));
        if (paper.Withdrawn)
            text.Append(" (withdrawn)", Styles.Warning);
        return text.Append($" · {PaperText.Facts(PaperText.Link(paper) ?? paper.Key.Value)}", Styles.Quiet);
    }
}
