using System.Globalization;

namespace PaperBot.Terminal.Output;

/// <summary>How far a piece of work is.</summary>
/// <param name="Count">Units done, such as papers.</param>
/// <param name="Share">How much of the whole is done, 0 to 1; null when the whole is not known.</param>
/// <param name="Step">What is being done just now; null when it is the same all the time.</param>
internal readonly record struct ProgressState(long Count, double? Share, string? Step = null)
{
    /// <summary>"12,345 papers, 2,345 a second, 20 s left".</summary>
    public string Describe(string unit, TimeSpan elapsed)
    {
        if (Step is not null)
            return Step;
        var parts = new List<string> { string.Create(CultureInfo.InvariantCulture, $"{Count:N0} {unit}") };
        // The first moments say nothing of those to come.
        if (Count > 0 && elapsed > TimeSpan.FromSeconds(0.5))
        {
            var rate = Count / elapsed.TotalSeconds;
            parts.Add(string.Create(CultureInfo.InvariantCulture, $"{(rate < 10 ? Math.Round(rate, 1) : Math.Round(rate)):#,0.#} a second"));
            if (Share is > 0 and < 1)
                parts.Add(Left(elapsed * ((1 - Share.Value) / Share.Value)));
        }

        return string.Join(", ", parts);
    }

    private static string Left(TimeSpan left) => left switch
    {
        { TotalSeconds: < 1 } => "1 s left",
        { TotalMinutes: < 1 } => string.Create(CultureInfo.InvariantCulture, $"{left.TotalSeconds:0} s left"),
        { TotalHours: < 1 } => string.Create(CultureInfo.InvariantCulture, $"{left.Minutes} min {left.Seconds:00} s left"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{(long)left.TotalHours} h {left.Minutes:00} min left"),
    };
}
