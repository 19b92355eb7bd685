using SkiaSharp;

namespace PaperBot.Charts.Drawing;

/// <summary>A rounded outline around points.</summary>
internal static class Hull
{
    private const int Corners = 24;

    /// <param name="padding">How far outside of the points it runs, in pixels.</param>
    public static IReadOnlyList<SKPoint> Around(IReadOnlyList<SKPoint> points, float padding) => Convex(
        [
            .. points.SelectMany(point => Enumerable.Range(0, Corners).Select(corner =>
            {
                var angle = 2 * Math.PI * corner / Corners;
                return new SKPoint(point.X + padding * (float)Math.Cos(angle), point.Y + padding * (float)Math.Sin(angle));
            })).OrderBy(point => point.X).ThenBy(point => point.Y),
        ]);

    /// <summary>Andrew's monotone chain (1979).</summary>
    private static List<SKPoint> Convex(List<SKPoint> sorted)
    {
        List<SKPoint> upper = [], lower = [];
        Chain(sorted, lower);
        sorted.Reverse();
        Chain(sorted, upper);
        return [.. lower.SkipLast(1), .. upper.SkipLast(1)];
    }

    private static void Chain(List<SKPoint> points, List<SKPoint> chain)
    {
        foreach (var point in points)
        {
            while (chain.Count > 1 && Turn(chain[^2], chain[^1], point) <= 0)
                chain.RemoveAt(chain.Count - 1);
            chain.Add(point);
        }
    }

    private static double Turn(SKPoint a, SKPoint b, SKPoint c) => ((double)b.X - a.X) * (c.Y - a.Y) - ((double)b.Y - a.Y) * (c.X - a.X);
}
