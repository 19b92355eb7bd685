using PaperBot.Charts.Maps;
using PaperBot.Terminal.Views;

namespace PaperBot.Terminal.Json;

/// <param name="Reason">Why there is no map; null when there is.</param>
/// <param name="Picture">The file that the picture was written to; null when none was.</param>
internal sealed record MapDocument(
    string Topic, long Library, IReadOnlyList<MapGroupDocument> Groups, IReadOnlyList<MapPointDocument> Papers, string? AltText, string? Reason, string? Picture, double ElapsedMs)
{
    public static MapDocument Of(PaperMap map, string altText, string? file, double elapsedMs) => new(
        map.Topic, map.Library,
        [.. map.Groups.Select((group, i) => new MapGroupDocument(i + 1, group.Label, group.Count))],
        [
            .. map.Points.Select(point => new MapPointDocument(
                point.Paper.Key.Value, PaperText.Title(point.Paper), point.Name, point.Group + 1, Math.Round(point.X, 4), Math.Round(point.Y, 4))),
        ],
        altText, Reason: null, file, elapsedMs);

    public static MapDocument Without(string topic, long library, string reason, double elapsedMs) =>
        new(topic, library, [], [], AltText: null, reason, Picture: null, elapsedMs);
}

internal sealed record MapGroupDocument(int Number, string Label, int Papers);

/// <param name="X">Places near each other are of papers that say similar things; the unit has no meaning.</param>
internal sealed record MapPointDocument(string Id, string Title, string Name, int Group, double X, double Y);
