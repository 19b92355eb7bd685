using System.Globalization;

namespace PaperBot.Benchmarks.Speed;

/// <summary>The benchmark's table in Markdown, a line as soon as it is known.</summary>
internal sealed class Figures(TextWriter output)
{
    public void Begin()
    {
        output.WriteLine("| what | figure | baseline in the same run | ratio | target |");
        output.WriteLine("|---|---|---|---|---|");
    }

    /// <param name="ratio">Of the figure to its baseline; empty where there is none.</param>
    /// <param name="isMet">Null where nothing was promised.</param>
    public void Add(string what, string figure, string baseline, string ratio, string target = "", bool? isMet = null)
    {
        var outcome = isMet switch { true => $"{target}: met", false => $"**{target}: missed**", null => target };
        output.WriteLine($"| {what} | {figure} | {baseline} | {ratio} | {outcome} |");
        output.Flush();
    }

    /// <summary>How many times <paramref name="figure"/> the <paramref name="baseline"/> is.</summary>
    public static string Times(double figure, double baseline) =>
        figure <= 0 || baseline <= 0 ? "" : string.Create(CultureInfo.InvariantCulture, $"{figure / baseline:0.###} ×");

    public static string Milliseconds(double value) => string.Create(CultureInfo.InvariantCulture, $"{(value < 10 ? value.ToString("0.00", CultureInfo.InvariantCulture) : value.ToString("0", CultureInfo.InvariantCulture))} ms");

    public static string Number(double value, string format = "#,0") => value.ToString(format, CultureInfo.InvariantCulture);
}
