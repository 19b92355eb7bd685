using System.Globalization;
using PaperBot.Papers;

namespace PaperBot.Charts;

/// <summary>How topics, titles and numbers read in pictures and in what is said of them.</summary>
internal static class ChartText
{
    /// <summary>One line without LaTeX and control characters, half surrogate pairs left out.</summary>
    /// <returns>At most <paramref name="most"/> characters.</returns>
    public static string Line(string text, int most)
    {
        var line = string.Concat(PrintableText.Line(LatexText.ToReadable(text)).EnumerateRunes()).Trim();
        if (line.Length <= most)
            return line;
        var cut = char.IsHighSurrogate(line[most - 2]) ? most - 2 : most - 1;
        var space = line.LastIndexOf(' ', cut - 1);
        return $"{line[..(space > cut * 2 / 3 ? space : cut)].TrimEnd(' ', ',', ';', ':', '-')}…";
    }

    public static string Topic(string topic) => $"“{Line(topic, 120)}”";

    public static string Number(long count) => count.ToString("N0", CultureInfo.InvariantCulture);
}
