using System.Globalization;

namespace PaperBot.Bot.Digests;

/// <summary>A schedule as a form shows it: days of the week, and one time of the day.</summary>
/// <param name="Days">From 0, Sunday, to 6; in order, at least one.</param>
/// <param name="Minutes">Of the day.</param>
internal sealed record WeeklyTimes(IReadOnlyList<int> Days, int Minutes)
{
    public const int DaysOfWeek = 7;

    /// <summary>Monday first, as people read a week.</summary>
    public static readonly IReadOnlyList<(int Number, string Name)> Names =
        [(1, "Monday"), (2, "Tuesday"), (3, "Wednesday"), (4, "Thursday"), (5, "Friday"), (6, "Saturday"), (0, "Sunday")];

    /// <summary>Weekdays at nine.</summary>
    public static readonly WeeklyTimes Usual = new([1, 2, 3, 4, 5], 9 * 60);

    public string Cron => string.Create(CultureInfo.InvariantCulture, $"{Minutes % 60} {Minutes / 60} * * {CronDays()}");

    /// <summary>"09:30".</summary>
    public static string Clock(int minutes) => string.Create(CultureInfo.InvariantCulture, $"{minutes / 60:00}:{minutes % 60:00}");

    /// <returns>Null for a schedule that is none of this kind: one of every hour, or of days of the month.</returns>
    public static WeeklyTimes? Of(string cron) =>
        cron.Split(' ') is [var minute, var hour, "*", "*", var days] && Number(minute, 59) is { } at && Number(hour, 23) is { } full && ReadDays(days) is { } read
            ? new WeeklyTimes(read, full * 60 + at) : null;

    private string CronDays() => Days.Count == DaysOfWeek ? "*" : Days.SequenceEqual(Usual.Days) ? "1-5" : string.Join(',', Days);

    private static List<int>? ReadDays(string days)
    {
        if (days == "*")
            return [.. Enumerable.Range(0, DaysOfWeek)];
        if (days == "1-5")
            return [.. Usual.Days];
        var read = days.Split(',').Select(day => Number(day, DaysOfWeek - 1)).ToList();
        return read.Contains(null) ? null : [.. read.OfType<int>().Distinct().Order()];
    }

    private static int? Number(string text, int most) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number <= most ? number : null;
}
