using PaperBot.Digests.Subscriptions;

namespace PaperBot.Benchmarks.Digests.Simulation;

/// <summary>A schedule in the words of a calendar.</summary>
/// <param name="Hour">Null is every hour.</param>
/// <param name="DayOfMonth">Null is every day of <paramref name="Days"/>.</param>
internal sealed record Calendar(string TimeZone, int? Hour, int Minute, IReadOnlyList<DayOfWeek> Days, int? DayOfMonth)
{
    public static readonly IReadOnlyList<DayOfWeek> EveryDay = Enum.GetValues<DayOfWeek>();

    public static readonly IReadOnlyList<DayOfWeek> Weekdays = [DayOfWeek.Monday, DayOfWeek.Tuesday, DayOfWeek.Wednesday, DayOfWeek.Thursday, DayOfWeek.Friday];

    public Timing Timing => new(
        $"{Minute} {(Hour is { } hour ? hour : "*")} {(DayOfMonth is { } day ? day : "*")} * {(Days.Count == 7 ? "*" : string.Join(',', Days.Select(day => (int)day)))}",
        TimeZone);

    /// <summary>The due times later than one time and not later than another, by arithmetic on the time zone alone.</summary>
    public IEnumerable<DateTimeOffset> Times(DateTimeOffset after, DateTimeOffset until) =>
        (Hour is null ? Hourly(after, until) : Daily(after, until)).Where(at => at > after && at <= until).Distinct().Order();

    private IEnumerable<DateTimeOffset> Hourly(DateTimeOffset after, DateTimeOffset until)
    {
        var zone = TimeZoneInfo.FindSystemTimeZoneById(TimeZone);
        for (var at = new DateTimeOffset(after.UtcDateTime.Date, TimeSpan.Zero); at <= until; at = at.AddMinutes(5))
            if (TimeZoneInfo.ConvertTime(at, zone).Minute == Minute)
                yield return at;
    }

    private IEnumerable<DateTimeOffset> Daily(DateTimeOffset after, DateTimeOffset until)
    {
        var zone = TimeZoneInfo.FindSystemTimeZoneById(TimeZone);
        for (var day = after.UtcDateTime.Date.AddDays(-2); day <= until.UtcDateTime.Date.AddDays(2); day = day.AddDays(1))
            if (Days.Contains(day.DayOfWeek) && (DayOfMonth is null || DayOfMonth == day.Day))
                yield return At(zone, DateTime.SpecifyKind(day.AddHours(Hour!.Value).AddMinutes(Minute), DateTimeKind.Unspecified));
    }

    /// <summary>When the clock on the wall is first at a time or past it, minute by minute.</summary>
    private static DateTimeOffset At(TimeZoneInfo zone, DateTime local)
    {
        var at = new DateTimeOffset(DateTime.SpecifyKind(local, DateTimeKind.Utc)).AddHours(-1);
        at -= new[] { zone.GetUtcOffset(at.AddDays(-1)), zone.GetUtcOffset(at.AddDays(1)) }.Max();
        while (TimeZoneInfo.ConvertTime(at, zone).DateTime < local)
            at = at.AddMinutes(1);
        return at;
    }
}
