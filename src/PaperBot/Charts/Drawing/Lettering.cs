using System.Text;
using ScottPlot;
using SkiaSharp;

namespace PaperBot.Charts.Drawing;

/// <summary>
/// Writes text into a picture with the font that the program carries; letters that it lacks (Chinese, Arabic) come from a font of the machine,
/// and where that has none either, a box stands for them.
/// </summary>
internal static class Lettering
{
    private const float LineHalo = 8;

    /// <param name="y">Of the baseline.</param>
    /// <param name="hasHalo">Whether it must stand out from what it is written over.</param>
    public static void Draw(
        SKCanvas canvas, string text, float x, float y, float size, Color color, bool isBold = false, SKTextAlign align = SKTextAlign.Left, bool hasHalo = false)
    {
        if (align != SKTextAlign.Left)
            x -= Measure(text, size, isBold) / (align == SKTextAlign.Center ? 2 : 1);
        using var ink = new SKPaint { IsAntialias = true, Color = new SKColor(color.ARGB) };
        using var halo = new SKPaint
        {
            IsAntialias = true,
            Color = new SKColor(ChartColors.Paper.WithAlpha(220).ARGB),
            Style = SKPaintStyle.Stroke,
            StrokeWidth = LineHalo,
            StrokeJoin = SKStrokeJoin.Round,
        };
        foreach (var paint in hasHalo ? (ReadOnlySpan<SKPaint>)[halo, ink] : [ink])
        {
            var at = x;
            foreach (var (run, typeface) in Runs(text, isBold))
            {
                using var font = Font(typeface, size);
                canvas.DrawText(run, at, y, SKTextAlign.Left, font, paint);
                at += font.MeasureText(run);
            }
        }
    }

    /// <returns>In pixels.</returns>
    public static float Measure(string text, float size, bool isBold = false)
    {
        var width = 0f;
        foreach (var (run, typeface) in Runs(text, isBold))
        {
            using var font = Font(typeface, size);
            width += font.MeasureText(run);
        }

        return width;
    }

    /// <summary>The text, cut where it is wider than there is room.</summary>
    public static string Fit(string text, float width, float size, bool isBold = false)
    {
        if (Measure(text, size, isBold) <= width)
            return text;
        var runes = text.EnumerateRunes().ToList();
        // The most of its letters that fit, by halving.
        var (fits, tooMany) = (0, runes.Count);
        while (fits + 1 < tooMany)
        {
            var middle = (fits + tooMany) / 2;
            (fits, tooMany) = Measure(Cut(middle), size, isBold) <= width ? (middle, tooMany) : (fits, middle);
        }

        return Cut(fits);

        string Cut(int count) => $"{string.Concat(runes.Take(count)).TrimEnd()}…";
    }

    // Without hinting and subpixel placement, letters are the same wherever they stand and whatever the machine prefers.
    private static SKFont Font(SKTypeface typeface, float size) => new(typeface, size) { Edging = SKFontEdging.Antialias, Hinting = SKFontHinting.None, Subpixel = true };

    private static IEnumerable<(string Text, SKTypeface Typeface)> Runs(string text, bool isBold)
    {
        var own = CarriedFont.Typeface(isBold);
        var (run, current) = (new StringBuilder(), own);
        foreach (var rune in text.EnumerateRunes())
        {
            var typeface = own.ContainsGlyph(rune.Value) ? own : SKFontManager.Default.MatchCharacter(rune.Value) ?? own;
            if (typeface != current && run.Length > 0)
            {
                yield return (run.ToString(), current);
                run.Clear();
            }

            current = typeface;
            run.Append(rune.ToString());
        }

        if (run.Length > 0)
            yield return (run.ToString(), current);
    }
}
