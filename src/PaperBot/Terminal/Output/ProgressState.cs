using System.Globalization;

namespace PaperBot.Terminal.Output;

/// <summary>How far a piece of work is.</summary>
/// <param name="Task">What is done just now: "Embedding".</param>
/// <param name="Count">Units done of it; 0 for work that is not counted.</param>
/// <param name="Unit">What is counted: "papers".</param>
/// <param name="Share">How much of it is done, 0 to 1; null when that is not known.</param>
internal readonly record struct ProgressState(string Task, long Count, string Unit, double? Share)
{
    /// <summary>"12,345 papers, 2,345 a second, 20 s left"; empty before anything was counted.</summary>
    public string Figures(TimeSpan elapsed)
    {
        if (Count == 0)
            return "";
        var figures = string.Create(CultureInfo.InvariantCulture, $"{Count:N0} {Unit}");
        // The first moments say nothing of those to come.
        if (elapsed < TimeSpan.FromSeconds(0.5))
            return figures;
        var rate = Count / elapsed.TotalSeconds;
        figures += string.Create(CultureInfo.InvariantCulture, $", {(rate < 10 ? Math.Round(rate, 1) : Math.Round(rate)):#,0.#} a second");
        return Share is > 0 and < 1 ? $"{figures}, {Left(elapsed * ((1 - Share.Value) / Share.Value))}" : figures;
    }

    private static string Left(TimeSpan left) => left switch
    {
        { TotalSeconds: < 1 } => "1 s left",
        { TotalMinutes: < 1 } => string.Create(CultureInfo.InvariantCulture, $"{left.TotalSeconds:0} s left"),
        { TotalHours: < 1 } => string.Create(CultureInfo.InvariantCulture, $"{left.Minutes} min {left.Seconds:00} s left"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{(long)left.TotalHours} h {left.Minutes:00} min left"),
    };
}
