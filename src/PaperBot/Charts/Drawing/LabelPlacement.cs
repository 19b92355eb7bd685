using SkiaSharp;

namespace PaperBot.Charts.Drawing;

/// <summary>Finds room for labels: none over another, none over a point, none outside.</summary>
/// <param name="room">Where labels may stand.</param>
/// <param name="radius">Of the points, in pixels.</param>
internal sealed class LabelPlacement(SKRect room, IReadOnlyList<SKPoint> points, float radius)
{
    private const float Gap = 6;

    private const int Directions = 32;

    private readonly List<SKRect> _taken = [];

    /// <summary>A place for the name of a point: beside it, over it or under it.</summary>
    /// <returns>Null where there is no room.</returns>
    public SKRect? At(SKPoint point, SKSize size)
    {
        var away = radius + Gap;
        foreach (var (x, y) in (ReadOnlySpan<(float, float)>)[
            (point.X + away, point.Y - size.Height / 2), (point.X - away - size.Width, point.Y - size.Height / 2),
            (point.X - size.Width / 2, point.Y - away - size.Height), (point.X - size.Width / 2, point.Y + away),
            (point.X + away / 2, point.Y - away / 2 - size.Height), (point.X + away / 2, point.Y + away / 2),
            (point.X - away / 2 - size.Width, point.Y - away / 2 - size.Height), (point.X - away / 2 - size.Width, point.Y + away / 2)])
        {
            var box = SKRect.Create(x, y, size.Width, size.Height);
            if (room.Contains(box) && !_taken.Exists(box.IntersectsWith) && !points.Any(other => Covers(box, other)))
                return Take(box);
        }

        return null;
    }

    /// <summary>A place for the name of a group: around its outline, where it covers no point and stands nearer to its own group than to another.</summary>
    /// <param name="padding">How far the group's outline runs outside of its points.</param>
    public SKRect? Beside(IReadOnlyList<SKPoint> group, SKSize size, float padding)
    {
        var middle = new SKPoint(group.Average(point => point.X), group.Average(point => point.Y));
        var best = Enumerable.Range(0, Directions)
            .Select(direction => Outside(group, middle, 2 * Math.PI * direction / Directions, size, padding))
            .Append(SKRect.Create(middle.X - size.Width / 2, middle.Y - size.Height / 2, size.Width, size.Height))
            .Select((box, order) => (Box: Inside(box), Order: order))
            .Where(place => !_taken.Exists(place.Box.IntersectsWith))
            .OrderBy(place => Cost(place.Box, group, middle)).ThenBy(place => place.Order)
            .Select(place => (SKRect?)place.Box).FirstOrDefault();
        return best is { } box ? Take(box) : null;
    }

    private static SKRect Outside(IReadOnlyList<SKPoint> group, SKPoint middle, double angle, SKSize size, float padding)
    {
        var (x, y) = ((float)Math.Cos(angle), (float)Math.Sin(angle));
        // How far the outline, and half of the box, reach in this direction.
        var reach = group.Max(point => (point.X - middle.X) * x + (point.Y - middle.Y) * y) + padding + Gap + (size.Width * Math.Abs(x) + size.Height * Math.Abs(y)) / 2;
        return SKRect.Create(middle.X + x * reach - size.Width / 2, middle.Y + y * reach - size.Height / 2, size.Width, size.Height);
    }

    /// <summary>Points covered count most; then points of others that are nearer than the group's own, and the way from the group's middle.</summary>
    private double Cost(SKRect box, IReadOnlyList<SKPoint> group, SKPoint middle)
    {
        var own = group.Min(point => Away(box, point));
        return points.Count(point => Covers(box, point)) * 10 + points.Count(point => Away(box, point) < own) * 2 + Away(box, middle) / 100;
    }

    private static float Away(SKRect box, SKPoint point) => SKPoint.Distance(
        point, new SKPoint(Math.Clamp(point.X, box.Left, box.Right), Math.Clamp(point.Y, box.Top, box.Bottom)));

    private SKRect Take(SKRect box)
    {
        _taken.Add(SKRect.Inflate(box, Gap, Gap / 2));
        return box;
    }

    private bool Covers(SKRect box, SKPoint point) => SKRect.Inflate(box, radius, radius).Contains(point);

    private SKRect Inside(SKRect box) => SKRect.Create(
        Math.Clamp(box.Left, room.Left, Math.Max(room.Left, room.Right - box.Width)), Math.Clamp(box.Top, room.Top, Math.Max(room.Top, room.Bottom - box.Height)),
        box.Width, box.Height);
}
