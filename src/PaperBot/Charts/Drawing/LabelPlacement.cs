using SkiaSharp;

namespace PaperBot.Charts.Drawing;

/// <summary>Finds room for labels: none over another, none over a point, none outside.</summary>
/// <param name="room">Where labels may stand.</param>
/// <param name="radius">Of the points, in pixels.</param>
internal sealed class LabelPlacement(SKRect room, IReadOnlyList<SKPoint> points, float radius)
{
    private const float Gap = 6;

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

    /// <summary>A place for the name of a group: around it where there is room, else where it covers least.</summary>
    /// <param name="padding">How far the group's outline runs outside of its points.</param>
    public SKRect? Beside(IReadOnlyList<SKPoint> group, SKSize size, float padding)
    {
        var (left, right) = (group.Min(point => point.X) - padding, group.Max(point => point.X) + padding);
        var (top, bottom) = (group.Min(point => point.Y) - padding, group.Max(point => point.Y) + padding);
        var (middleX, middleY) = (group.Average(point => point.X), group.Average(point => point.Y));
        var (highest, lowest) = (group.MinBy(point => point.Y).X, group.MaxBy(point => point.Y).X);
        (float X, float Y)[] corners =
        [
            (highest - size.Width / 2, top - size.Height - Gap), (middleX - size.Width / 2, top - size.Height - Gap), (lowest - size.Width / 2, bottom + Gap),
            (middleX - size.Width / 2, bottom + Gap), (left - size.Width - Gap, middleY - size.Height / 2), (right + Gap, middleY - size.Height / 2),
            (left, top - size.Height - Gap), (right - size.Width, top - size.Height - Gap), (left, bottom + Gap), (right - size.Width, bottom + Gap),
            (middleX - size.Width / 2, middleY - size.Height / 2), (middleX - size.Width / 2, top), (middleX - size.Width / 2, bottom - size.Height),
        ];
        var best = corners
            .Select((corner, order) => (Box: Inside(SKRect.Create(corner.X, corner.Y, size.Width, size.Height)), Order: order))
            .Where(place => !_taken.Exists(place.Box.IntersectsWith))
            .OrderBy(place => points.Count(point => Covers(place.Box, point)) * 3 + place.Order * 0.25)
            .Select(place => (SKRect?)place.Box).FirstOrDefault();
        return best is { } box ? Take(box) : null;
    }

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
