using PaperBot.Charts.Drawing;
using ScottPlot;
using ScottPlot.TickGenerators;
using SkiaSharp;

namespace PaperBot.Charts.Trends;

/// <summary>Draws a trend as bars.</summary>
internal static class TrendPicture
{
    // Twice the 800 by 400 points at which a message shows it.
    public const int Width = 1600, Height = 800;

    private const int MostNames = 10, MostTicks = 5;

    private const float Left = 100, Right = 48, Bottom = 116;

    public static Picture Of(Trend trend) =>
        new("trend.png", ChartText.Line(TrendText.Headline(trend), 200), Draw(trend), TrendText.AltText(trend));

    private static byte[] Draw(Trend trend)
    {
        using var plot = Canvas.Plot();
        var note = TrendText.Note(trend);
        plot.Layout.Fixed(new PixelPadding(Left, Right, Bottom, Canvas.HeadingHeight + 44));
        var bars = plot.Add.Bars(trend.Points.Select((point, i) => new Bar
        {
            Position = i,
            Value = point.Count,
            Size = 0.78,
            FillColor = ChartColors.Accent,
            LineWidth = 0,
        }).ToList());
        bars.ValueLabelStyle.IsVisible = false;

        var ticks = WholeTicks(trend.Peak.Count);
        plot.Axes.SetLimits(-0.7, trend.Points.Count - 0.3, 0, Math.Max(ticks[^1], trend.Peak.Count) * 1.02);
        plot.Axes.Left.TickGenerator = new NumericManual([.. ticks.Select(tick => (double)tick)], [.. ticks.Select(tick => ChartText.Number(tick))]);
        var names = Names(trend);
        plot.Axes.Bottom.TickGenerator = new NumericManual([.. names.Select(name => (double)name.At)], [.. names.Select(name => name.Name)]);
        Canvas.Quiet(plot.Axes.Left, showLine: false);
        Canvas.Quiet(plot.Axes.Bottom, showLine: true);
        plot.Axes.Right.IsVisible = plot.Axes.Top.IsVisible = false;
        plot.Grid.XAxisStyle.IsVisible = false;
        plot.Grid.YAxisStyle.MajorLineStyle.Color = ChartColors.Faint;
        plot.Grid.YAxisStyle.MajorLineStyle.Width = 2;
        return Canvas.Png(plot, Width, Height, canvas =>
        {
            Canvas.Heading(canvas, Width, TrendText.Headline(trend), TrendText.Span(trend));
            NamePeak(canvas, trend, plot);
            if (note.Length > 0)
                Lettering.Draw(canvas, Lettering.Fit(note, Width - Canvas.Margin * 2, Canvas.Small), Canvas.Margin, Height - 26, Canvas.Small, ChartColors.Quiet);
        });
    }

    /// <summary>The one number that everybody looks for.</summary>
    private static void NamePeak(SKCanvas canvas, Trend trend, Plot plot)
    {
        var at = plot.GetPixel(new Coordinates(trend.Points.ToList().IndexOf(trend.Peak), trend.Peak.Count));
        Lettering.Draw(canvas, ChartText.Number(trend.Peak.Count), at.X, at.Y - 12, Canvas.Medium, ChartColors.Ink, isBold: true, SKTextAlign.Center, hasHalo: true);
    }

    /// <summary>0 and up to <see cref="MostTicks"/> round numbers to the first that is not below <paramref name="most"/>.</summary>
    internal static IReadOnlyList<int> WholeTicks(int most)
    {
        for (var (power, factor) = (1, 0); ; factor = (factor + 1) % 3, power *= factor == 0 ? 10 : 1)
        {
            var step = power * (factor switch { 0 => 1, 1 => 2, _ => 5 });
            if (most <= (long)step * MostTicks || power > 100_000_000)
                return [.. Enumerable.Range(0, Math.Max(1, (most + step - 1) / step) + 1).Select(i => i * step)];
        }
    }

    /// <summary>As many names as there is room for, on Januaries, first quarters and round years where there are.</summary>
    private static List<(int At, string Name)> Names(Trend trend)
    {
        var step = (int)trend.Step;
        int[] strides = trend.Step switch { TrendStep.Month => [1, 2, 3, 6, 12], TrendStep.Quarter => [1, 2, 4, 8, 16], _ => [1, 2, 5, 10, 20, 50, 100] };
        var stride = strides.FirstOrDefault(stride => trend.Points.Count <= stride * MostNames, strides[^1]);
        return
        [
            .. trend.Points.Select((point, i) => (At: i, Number: (point.First.Year * 12 + point.First.Month - 1) / step, Name: TrendText.Name(trend, point, isLong: false)))
                .Where(point => point.Number % stride == 0).Select(point => (point.At, point.Name)),
        ];
    }
}
