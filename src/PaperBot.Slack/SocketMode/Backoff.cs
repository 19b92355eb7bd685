namespace PaperBot.Slack.SocketMode;

/// <summary>
/// Waits between tries: up to twice as long each time, up to a most, and by chance anything below that, so that many apps do not come back at once.
/// </summary>
internal static class Backoff
{
    /// <param name="failures">How many tries failed in a row, from 1.</param>
    /// <param name="most">The longest wait.</param>
    public static TimeSpan After(int failures, TimeSpan most) => Random.Shared.NextDouble() * Ceiling(failures, most);

    internal static TimeSpan Ceiling(int failures, TimeSpan most) =>
        TimeSpan.FromSeconds(Math.Min(most.TotalSeconds, Math.Pow(2, Math.Min(failures, 30) - 1)));
}
