using System.Diagnostics;
using PaperBot.Retrieval.Evaluation;

namespace PaperBot.Benchmarks.Speed;

/// <summary>How long each of many runs of one thing took, in milliseconds.</summary>
internal sealed class Timings
{
    private readonly List<double> _sorted;

    private Timings(List<double> milliseconds)
    {
        milliseconds.Sort();
        _sorted = milliseconds;
    }

    public double Median => RankingMetrics.Percentile(_sorted, 0.5);

    public double P95 => RankingMetrics.Percentile(_sorted, 0.95);

    // Long enough for the runtime to compile again what runs often.
    private static readonly TimeSpan Warming = TimeSpan.FromSeconds(2);

    /// <summary>Runs once for each case, after two seconds of the same, so that what is measured is a bot that has run for a while.</summary>
    public static async Task<Timings> MeasureAsync<T>(IReadOnlyList<T> cases, Func<T, Task> run)
    {
        var begin = Stopwatch.GetTimestamp();
        for (var i = 0; Stopwatch.GetElapsedTime(begin) < Warming; i = (i + 1) % cases.Count)
            await run(cases[i]).ConfigureAwait(false);
        var milliseconds = new List<double>(cases.Count);
        foreach (var one in cases)
        {
            var start = Stopwatch.GetTimestamp();
            await run(one).ConfigureAwait(false);
            milliseconds.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
        }

        return new Timings(milliseconds);
    }

    public static Task<Timings> MeasureAsync<T>(IReadOnlyList<T> cases, Action<T> run) => MeasureAsync(cases, one =>
    {
        run(one);
        return Task.CompletedTask;
    });

    public override string ToString() => $"p50 {Figures.Milliseconds(Median)}, p95 {Figures.Milliseconds(P95)}";
}
