using ScottPlot;
using SkiaSharp;

namespace PaperBot.Charts.Drawing;

/// <summary>What all pictures have in common. Sizes are pixels at twice the size at which a message shows them.</summary>
internal static class Canvas
{
    public const float Margin = 48, Large = 40, Medium = 30, Small = 26;

    /// <summary>What <see cref="Heading"/> takes from above.</summary>
    public const float HeadingHeight = 140;

    /// <summary>An empty plot that nothing of the machine shows in.</summary>
    public static Plot Plot()
    {
        CarriedFont.Offer();
        var plot = new Plot();
        plot.Font.Set(CarriedFont.Name);
        plot.FigureBackground.Color = plot.DataBackground.Color = ChartColors.Paper;
        return plot;
    }

    public static void Quiet(IAxis axis, bool showLine)
    {
        axis.TickLabelStyle.FontName = CarriedFont.Name;
        axis.TickLabelStyle.FontSize = Small;
        axis.TickLabelStyle.ForeColor = ChartColors.Quiet;
        axis.MajorTickStyle.Length = showLine ? 8 : 0;
        axis.MajorTickStyle.Width = 2;
        axis.MajorTickStyle.Color = ChartColors.Line;
        axis.MinorTickStyle.Length = 0;
        axis.FrameLineStyle.Width = showLine ? 2 : 0;
        axis.FrameLineStyle.Color = ChartColors.Line;
    }

    /// <summary>Two lines at the upper left: what is seen, and how it is to be read.</summary>
    public static void Heading(SKCanvas canvas, float width, string headline, string below)
    {
        var room = width - 2 * Margin;
        Lettering.Draw(canvas, Lettering.Fit(headline, room, Large, isBold: true), Margin, 72, Large, ChartColors.Ink, isBold: true);
        Lettering.Draw(canvas, Lettering.Fit(below, room, Medium), Margin, 120, Medium, ChartColors.Quiet);
    }

    /// <summary>The plot, and what is drawn over it, as PNG; the same bytes for the same picture.</summary>
    public static byte[] Png(Plot plot, int width, int height, Action<SKCanvas> over)
    {
        using var surface = SKSurface.Create(new SKImageInfo(width, height, SKColorType.Rgba8888, SKAlphaType.Premul));
        plot.Render(surface.Canvas, width, height);
        over(surface.Canvas);
        using var image = surface.Snapshot();
        using var png = image.Encode(SKEncodedImageFormat.Png, 100);
        return png.ToArray();
    }
}
