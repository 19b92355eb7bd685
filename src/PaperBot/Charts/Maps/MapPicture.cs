using PaperBot.Charts.Drawing;
using ScottPlot;
using SkiaSharp;

namespace PaperBot.Charts.Maps;

/// <summary>Draws a map: points by group, each group's name beside it, and the names of the papers that speak for it as far as there is room.</summary>
internal static class MapPicture
{
    public const int Width = 1600, Height = 1060;

    private const float PointSize = 20, Padding = 30, LineHeight = 1.2f;

    // Of a crowd of names none is read.
    private const int MostNamesOfAGroup = 3;

    // The unit has no meaning, so that a picture may be somewhat wider than high; more would bend what is near.
    private const float MostStretch = 1.4f;

    // Room for the names of groups around the points.
    private const float Aside = 190, Above = Canvas.HeadingHeight + 90, Beneath = 84;

    public static Picture Of(PaperMap map) => new("map.png", ChartText.Line(MapText.Headline(map), 200), Draw(map), MapText.AltText(map));

    private static byte[] Draw(PaperMap map)
    {
        using var plot = Canvas.Plot();
        plot.HideAxesAndGrid();
        plot.Layout.Frameless();
        // One unit is one pixel.
        plot.Axes.SetLimits(0, Width, Height, 0);
        var places = Places(map);
        for (var group = 0; group < map.Groups.Count; group++)
        {
            var own = places.Where((_, i) => map.Points[i].Group == group).ToList();
            var area = plot.Add.Polygon([.. Hull.Around(own, Padding).Select(point => new Coordinates(point.X, point.Y))]);
            area.FillColor = ChartColors.Groups[group].WithAlpha(22);
            area.LineColor = ChartColors.Groups[group].WithAlpha(60);
            area.LineWidth = 2;
        }

        for (var group = 0; group < map.Groups.Count; group++)
        {
            var points = plot.Add.Markers(
                places.Where((_, i) => map.Points[i].Group == group).Select(place => new Coordinates(place.X, place.Y)).ToArray(), MarkerShape.FilledCircle, PointSize);
            points.MarkerFillColor = ChartColors.Groups[group];
            points.MarkerLineColor = ChartColors.Paper;
            points.MarkerLineWidth = 3;
        }

        return Canvas.Png(plot, Width, Height, canvas =>
        {
            Canvas.Heading(canvas, Width, MapText.Headline(map), MapText.Below(map));
            Name(canvas, map, places);
        });
    }

    /// <summary>The places in the picture: as large as there is room for.</summary>
    private static List<SKPoint> Places(PaperMap map)
    {
        var (left, right) = (map.Points.Min(point => point.X), map.Points.Max(point => point.X));
        var (bottom, top) = (map.Points.Min(point => point.Y), map.Points.Max(point => point.Y));
        var room = new SKRect(Aside, Above, Width - Aside, Height - Beneath);
        var (wide, high) = (room.Width / Math.Max(right - left, 1e-9), room.Height / Math.Max(top - bottom, 1e-9));
        (wide, high) = (Math.Min(wide, high * MostStretch), Math.Min(high, wide * MostStretch));
        return
        [
            .. map.Points.Select(point => new SKPoint(
                (float)(room.MidX + (point.X - (left + right) / 2) * wide), (float)(room.MidY - (point.Y - (bottom + top) / 2) * high))),
        ];
    }

    private static void Name(SKCanvas canvas, PaperMap map, List<SKPoint> places)
    {
        var labels = new LabelPlacement(new SKRect(Canvas.Margin / 2, Canvas.HeadingHeight + 4, Width - Canvas.Margin / 2, Height - 12), places, PointSize / 2 + 2);
        for (var group = 0; group < map.Groups.Count; group++)
        {
            var own = places.Where((_, i) => map.Points[i].Group == group).ToList();
            Write(group, map.Groups[group].Label, Canvas.Medium, isBold: true, size => labels.Beside(own, size, Padding), ChartColors.Groups[group]);
        }

        // The most central of each group first, so that every group has one before any has two.
        var named = map.Points.Select((point, i) => (Point: point, Place: places[i]))
            .GroupBy(pair => pair.Point.Group)
            .SelectMany(group => group.OrderByDescending(pair => pair.Point.Centrality).Select((pair, rank) => (pair.Point, pair.Place, Rank: rank)))
            .OrderBy(pair => pair.Rank).ThenBy(pair => pair.Point.Group).ToList();
        var written = new int[map.Groups.Count];
        foreach (var (point, place, _) in named)
        {
            if (written[point.Group] < MostNamesOfAGroup
                && Write(point.Group, point.Name, Canvas.Small - 2, isBold: false, size => labels.At(place, size), ChartColors.Ink))
                written[point.Group]++;
        }

        bool Write(int group, string text, float size, bool isBold, Func<SKSize, SKRect?> place, Color color)
        {
            if (place(new SKSize(Lettering.Measure(text, size, isBold), size * LineHeight)) is not { } box)
                return false;
            Lettering.Draw(canvas, text, box.Left, box.Bottom - size * 0.3f, size, color, isBold, hasHalo: true);
            return true;
        }
    }
}
