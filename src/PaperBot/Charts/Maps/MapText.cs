using PaperBot.Papers;

namespace PaperBot.Charts.Maps;

/// <summary>What is said of a map, in its picture, beside it and instead of it.</summary>
internal static class MapText
{
    private const int MostTold = 7;

    /// <summary>"The 60 papers nearest to “sparse retrieval”".</summary>
    public static string Headline(PaperMap map) => map.Points.Count == map.Library
        ? $"All {map.Library} papers, seen from {ChartText.Topic(map.Topic)}" : $"The {Plural.Of(map.Points.Count, "paper")} nearest to {ChartText.Topic(map.Topic)}";

    public static string Below(PaperMap map) =>
        $"Of {ChartText.Number(map.Library)}; papers that say similar things lie close together, colours are groups";

    /// <summary>"4 groups: splade, expansion (17 papers), …".</summary>
    public static string Groups(PaperMap map) =>
        $"{Plural.Of(map.Groups.Count, "group")}: {string.Join("; ", map.Groups.Take(MostTold).Select(group => $"{group.Label} ({group.Count})"))}.";

    /// <summary>The paper that speaks for each group.</summary>
    public static IReadOnlyList<MapPoint> Central(PaperMap map) =>
        [.. map.Groups.Select((_, group) => map.Points.Where(point => point.Group == group).MaxBy(point => point.Centrality)!)];

    public static string AltText(PaperMap map) => ChartText.Line(
        $"Map of the {Plural.Of(map.Points.Count, "paper")} of {ChartText.Number(map.Library)} nearest to {ChartText.Topic(map.Topic)}, in {Groups(map)} "
        + $"In the middle of the groups: {string.Join("; ", Central(map).Select(point => ChartText.Line(point.Paper.Title, 80)))}.", Picture.LongestAltText);

    /// <summary>Why there is no picture.</summary>
    public static string TooFew(MapOutcome.TooFew few) => few.Library == 0
        ? "No papers are to be looked at here, so there is no map."
        : $"{(few.Near == 0 ? "None" : $"Only {few.Near}")} of {Plural.Of(few.Library, "paper")} {(few.Near < 2 ? "is" : "are")} near {ChartText.Topic(few.Topic)}; "
            + $"a map takes {MapSearch.FewestPapers}.";

    public const string NoEmbeddings = "A map needs the embedding model, which is not installed here, so I cannot draw one.";
}
