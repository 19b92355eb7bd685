namespace PaperBot.Digests.Subscriptions;

/// <summary>
/// What a clock on the wall shows in a time zone, and when. Computed from offsets at instants alone: what .NET says of ambiguous and invalid local times is wrong
/// where summer time is the standard.
/// </summary>
internal static class LocalTime
{
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1), Day = TimeSpan.FromDays(1);

    public static DateTime Of(TimeZoneInfo zone, DateTimeOffset instant) => instant.UtcDateTime + zone.GetUtcOffset(instant);

    /// <returns>When the clock shows a time, the first first: never where the time is left out, twice where the clock is put back over it.</returns>
    public static IReadOnlyList<DateTimeOffset> Instants(TimeZoneInfo zone, DateTime local)
    {
        var (before, after) = Offsets(zone, local);
        return [.. new[] { before, after }.Distinct().Select(offset => At(local, offset)).Where(instant => Of(zone, instant) == local).Order()];
    }

    /// <returns>When the clock first shows a time, or the first after it when that is left out.</returns>
    public static DateTimeOffset FirstInstant(TimeZoneInfo zone, DateTime local)
    {
        if (Instants(zone, local) is [var first, ..])
            return first;
        var (before, after) = Offsets(zone, local);
        var instant = At(local, before > after ? before : after);
        while (Of(zone, instant) < local)
            instant += Minute;
        return instant;
    }

    private static (TimeSpan Before, TimeSpan After) Offsets(TimeZoneInfo zone, DateTime local) =>
        (zone.GetUtcOffset(At(local, TimeSpan.Zero) - Day), zone.GetUtcOffset(At(local, TimeSpan.Zero) + Day));

    private static DateTimeOffset At(DateTime local, TimeSpan offset) => new(DateTime.SpecifyKind(local, DateTimeKind.Utc) - offset);
}
