using System.Globalization;

namespace PaperBot.Terminal;

/// <summary>The time of <c>--as-of</c>: a day, which means its end, or a day with a time; in UTC unless an offset is given.</summary>
internal static class AsOf
{
    public const string Help = "As if it were then: 2026-03-29, or 2026-03-29T09:00; UTC unless it ends like +02:00";

    private static readonly string[] Times =
        ["yyyy-MM-dd'T'HH:mmzzz", "yyyy-MM-dd' 'HH:mmzzz", "yyyy-MM-dd'T'HH:mm:sszzz", "yyyy-MM-dd'T'HH:mm", "yyyy-MM-dd' 'HH:mm", "yyyy-MM-dd'T'HH:mm:ss"];

    /// <returns>Null when nothing was typed.</returns>
    /// <exception cref="UsageException">It is no time.</exception>
    public static DateTimeOffset? Read(string? typed)
    {
        if (typed is null)
            return null;
        var text = typed.Trim().Replace("Z", "+00:00", StringComparison.OrdinalIgnoreCase);
        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && IsReckonable(day.Year))
            return new DateTimeOffset(day.AddDays(1).ToDateTime(TimeOnly.MinValue), TimeSpan.Zero).AddSeconds(-1);
        if (DateTimeOffset.TryParseExact(text, Times, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var at) && IsReckonable(at.Year))
            return at.ToUniversalTime();
        throw new UsageException("--as-of takes a day or a time, for example --as-of 2026-03-29 or --as-of 2026-03-29T09:00.");
    }

    /// <summary>Weeks are taken from a time and added to it, and there are none before year 1 or after 9999.</summary>
    private static bool IsReckonable(int year) => year is >= 1900 and < 9900;
}
