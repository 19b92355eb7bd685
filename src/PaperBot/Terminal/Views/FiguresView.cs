using System.Globalization;
using PaperBot.Terminal.Output;
using Spectre.Console;

namespace PaperBot.Terminal.Views;

/// <summary>Measurements, one a line.</summary>
internal static class FiguresView
{
    public static void Write(TerminalOutput output, params ReadOnlySpan<(string Name, double Value, string Format)> figures)
    {
        var grid = new Grid()
            .AddColumn(new GridColumn { NoWrap = true, Padding = new Padding(0, 0, 3, 0) })
            .AddColumn(new GridColumn { NoWrap = true, Alignment = Justify.Right, Padding = new Padding(0) });
        foreach (var (name, value, format) in figures)
            grid.AddRow(new Text(name, Styles.Quiet), new Text(value.ToString(format, CultureInfo.InvariantCulture)));
        output.Write(grid);
    }
}
