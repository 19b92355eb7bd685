using System.Diagnostics;

namespace PaperBot.Benchmarks.Load;

/// <summary>Does something a fixed number of times a second; when it falls behind, it catches up.</summary>
internal static class Pace
{
    private static readonly TimeSpan Tick = TimeSpan.FromMilliseconds(5);

    /// <param name="one">Gets the number of the turn, from zero.</param>
    public static async Task KeepAsync(double aSecond, int times, Func<int, Task> one, CancellationToken cancellationToken)
    {
        using var timer = new PeriodicTimer(Tick);
        var start = Stopwatch.GetTimestamp();
        for (var turn = 0; turn < times;)
        {
            for (var due = (int)Math.Min(times, Stopwatch.GetElapsedTime(start).TotalSeconds * aSecond); turn < due; turn++)
                await one(turn).ConfigureAwait(false);
            await timer.WaitForNextTickAsync(cancellationToken).ConfigureAwait(false);
        }
    }
}
