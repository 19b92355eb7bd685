using System.Globalization;
using Cronos;

namespace PaperBot.Digests.Subscriptions;

/// <summary>
/// What a timing means. A local time that a clock change leaves out comes when the clock has moved on; one that comes twice counts the first time,
/// unless the schedule is for every hour.
/// </summary>
internal static class Schedule
{
    private static readonly string[] Days = ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"];

    // Clocks are put back by two hours at most: https://www.iana.org/time-zones, Antarctica/Troll.
    private static readonly TimeSpan LongestChange = TimeSpan.FromHours(3);

    /// <returns>The first time later than <paramref name="after"/>; null when there is none, or the machine does not know the time zone.</returns>
    public static DateTimeOffset? Next(Timing timing, DateTimeOffset after)
    {
        if (Parse(timing.Cron) is not { } cron || TimeZones.Find(timing.TimeZone) is not { } zone)
            return null;
        // Cronos reads the calendar alone. Where summer time is the standard, as in Dublin and Casablanca, it takes a time that is left out for one that has been.
        var isHourly = timing.Cron.Split(' ', StringSplitOptions.RemoveEmptyEntries) is [_, "*", ..];
        var wall = LocalTime.Of(zone, after);
        DateTimeOffset? first = null;
        for (var at = cron.GetNextOccurrence(Utc(isHourly ? wall - LongestChange : wall));
            at is { } local && (first is null || (isHourly && local <= wall + LongestChange));
            at = cron.GetNextOccurrence(Utc(local)))
        {
            IReadOnlyList<DateTimeOffset> times = isHourly ? LocalTime.Instants(zone, local) : [LocalTime.FirstInstant(zone, local)];
            foreach (var time in times)
                if (time > after && !(time >= first))
                    first = time;
        }

        return first;
    }

    private static DateTime Utc(DateTime wall) => DateTime.SpecifyKind(wall, DateTimeKind.Utc);

    /// <returns>The last time of those from <paramref name="first"/> on that is not later than <paramref name="until"/>.</returns>
    /// <param name="first">A time of the schedule.</param>
    public static DateTimeOffset Last(Timing timing, DateTimeOffset first, DateTimeOffset until)
    {
        var last = first;
        while (Next(timing, last) is { } next && next <= until)
            last = next;
        return last;
    }

    /// <summary>For people: <c>every weekday at 09:00, Europe/Berlin</c>.</summary>
    public static string Describe(Timing timing) => $"{Times(timing.Cron)}, {timing.TimeZone}";

    /// <returns>Null for what is no schedule, or one that comes more often than once an hour.</returns>
    public static CronExpression? Parse(string cron)
    {
        var fields = cron.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (fields.Length != 5 || Number(fields[0], 59) is null)
            return null;
        try
        {
            return CronExpression.Parse(string.Join(' ', fields));
        }
        catch (Exception e) when (e is CronFormatException or MissingSeedException)
        {
            return null;
        }
    }

    private static string Times(string cron)
    {
        var fields = cron.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (fields is not [var minute, var hour, "*", "*", var days] || Number(minute, 59) is not { } at)
            return $"by cron {cron}";
        if (hour == "*" && days == "*")
            return at == 0 ? "every hour" : string.Create(CultureInfo.InvariantCulture, $"every hour, {at} minutes past");
        if (Number(hour, 23) is not { } full || DayNames(days) is not { } names)
            return $"by cron {cron}";
        return string.Create(CultureInfo.InvariantCulture, $"every {names} at {full:00}:{at:00}");
    }

    private static string? DayNames(string days)
    {
        if (days is "*" or "1-5")
            return days == "*" ? "day" : "weekday";
        var numbers = days.Split(',').Select(day => Number(day, 6)).ToList();
        if (numbers.Contains(null))
            return null;
        var names = numbers.Select(day => Days[day!.Value]).ToList();
        return names is [var only] ? only : $"{string.Join(", ", names[..^1])} and {names[^1]}";
    }

    private static int? Number(string text, int most) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number <= most ? number : null;
}
