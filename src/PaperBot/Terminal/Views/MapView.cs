using PaperBot.Charts.Maps;
using PaperBot.Papers;
using PaperBot.Terminal.Output;
using Spectre.Console;

namespace PaperBot.Terminal.Views;

/// <summary>The groups of a map, each with the papers that speak for it.</summary>
internal static class MapView
{
    private const int PapersOfAGroup = 3;

    public static void Write(TerminalOutput output, PaperMap map, string? file)
    {
        output.Write(new Paragraph($"{MapText.Headline(map)}\n", Styles.Strong));
        for (var group = 0; group < map.Groups.Count; group++)
        {
            output.Write(new Paragraph($"\n{map.Groups[group].Label}", Styles.Mark).Append($"  {Plural.Of(map.Groups[group].Count, "paper")}\n", Styles.Quiet));
            foreach (var point in map.Points.Where(point => point.Group == group).OrderByDescending(point => point.Centrality).Take(PapersOfAGroup))
                output.Write(new Paragraph($"  {PaperText.TitleAndYear(point.Paper)}\n").Append($"  {point.Paper.Key.Value}\n", Styles.Quiet));
        }

        output.Notice(PictureFile.Told(file));
    }
}
