using System.Globalization;
using System.Text.RegularExpressions;

namespace PaperBot.Digests.Subscriptions;

/// <summary>What came of reading when digests shall come: one of the two.</summary>
/// <param name="Problem">What is wrong, in a sentence, with an example of the right form.</param>
internal sealed record TimingReading(Timing? Timing, string? Problem);

/// <summary>Reads when digests shall come, as people type it: <c>daily</c>, <c>weekdays 8:30 Europe/Berlin</c>, <c>mondays at 9am</c>, <c>cron 0 9 * * 1-5</c>.</summary>
internal static partial class TimingReader
{
    private const string Example = "daily 09:00 Europe/Berlin";

    private static readonly string[] DayNames = ["sunday", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday"];

    /// <param name="defaultTimeZone">Where none is typed.</param>
    public static TimingReading Read(string words, string defaultTimeZone) => Read(words, defaultTimeZone, TimeZones.Known);

    /// <param name="known">The time zones of the machine.</param>
    internal static TimingReading Read(string words, string defaultTimeZone, IReadOnlyList<string> known)
    {
        var typed = new Queue<string>(words.Split([' ', '\t', '\n', '\r', ','], StringSplitOptions.RemoveEmptyEntries));
        if (typed.Count == 0)
            return Wrong($"Say when digests shall come, for example: {Example}");
        if (!typed.Peek().Equals("cron", StringComparison.OrdinalIgnoreCase))
            return Days(typed) is { } days ? Timed(typed, days, defaultTimeZone, known) : Wrong(
                $"“{Short(typed.Peek())}” is no schedule; one is daily, weekdays, weekly Monday, hourly or cron, for example: {Example}");
        // A comma parts the numbers of a field here.
        typed = new Queue<string>(words.Split([' ', '\t', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries).Skip(1));
        return Cron(typed, defaultTimeZone, known);
    }

    private static TimingReading Cron(Queue<string> typed, string defaultTimeZone, IReadOnlyList<string> known)
    {
        const string example = "cron 0 9 * * 1-5 Europe/Berlin";
        if (typed.Count < 5)
            return Wrong($"cron takes five fields, the minute, hour, day, month and day of the week, for example: {example}");
        var fields = Enumerable.Range(0, 5).Select(_ => typed.Dequeue()).ToList();
        if (!fields[0].All(char.IsAsciiDigit))
            return Wrong($"Digests come once an hour at most, so that the minute of cron is one number from 0 to 59, for example: {example}");
        var cron = string.Join(' ', fields);
        return Schedule.Parse(cron) is null
            ? Wrong($"“{Short(cron)}” is no schedule of cron; one is, for example: {example}") : Zoned(cron, typed, defaultTimeZone, known);
    }

    private static TimingReading Timed(Queue<string> typed, string days, string defaultTimeZone, IReadOnlyList<string> known)
    {
        if (typed.TryPeek(out var at) && at.Equals("at", StringComparison.OrdinalIgnoreCase))
            typed.Dequeue();
        if (!typed.TryPeek(out var next) || !LooksLikeTime(next))
            return Zoned(days == "hourly" ? "0 * * * *" : $"0 9 * * {days}", typed, defaultTimeZone, known);
        var clock = typed.Dequeue();
        if (typed.TryPeek(out var half) && HalfOfDay().IsMatch(half))
            clock += typed.Dequeue();
        if (days == "hourly")
            return Wrong("hourly takes no time of the day, for example: hourly Europe/Berlin");
        return Clock(clock) is { } time
            ? Zoned(string.Create(CultureInfo.InvariantCulture, $"{time.Minute} {time.Hour} * * {days}"), typed, defaultTimeZone, known)
            : Wrong($"“{Short(clock)}” is no time of the day, which runs from 00:00 to 23:59; for example: {Example}");
    }

    private static TimingReading Zoned(string cron, Queue<string> typed, string defaultTimeZone, IReadOnlyList<string> known)
    {
        var name = typed.Count == 0 ? defaultTimeZone : string.Join(' ', typed);
        if (TimeZones.Read(name, known) is { } zone)
        {
            var timing = new Timing(cron, zone);
            return Schedule.Next(timing, DateTimeOffset.UnixEpoch.AddYears(56)) is null
                ? Wrong($"“{cron}” names no day that ever comes; a schedule is, for example: {Example}") : new TimingReading(timing, null);
        }

        if (known.Count <= 1)
            return Wrong("This machine has no time zone data and knows UTC alone; install its tzdata package, or write UTC, for example: daily 09:00 UTC");
        return Wrong(TimeZones.Nearest(name, known) is { } nearest
            ? $"“{Short(name)}” is no time zone. Did you mean {nearest}?"
            : $"“{Short(name)}” is no time zone; one is named by continent and city, for example: {Example}");
    }

    /// <returns>The days as cron writes them, or <c>hourly</c>; null when the first word is neither.</returns>
    private static string? Days(Queue<string> typed)
    {
        var first = typed.Peek().ToLowerInvariant();
        if (first is "every" or "each" or "on" && typed.Count > 1)
        {
            typed.Dequeue();
            first = typed.Peek().ToLowerInvariant();
        }

        var days = first switch
        {
            "daily" or "day" or "everyday" => "*",
            "weekdays" or "weekday" or "workdays" or "workday" => "1-5",
            "hourly" or "hour" => "hourly",
            "weekly" or "week" => "",
            _ => null,
        };
        if (days is not null)
            typed.Dequeue();
        if (days is null or "")
            return NamedDays(typed) is { Count: > 0 } named ? string.Join(',', named) : days == "" ? "1" : null;
        return days;
    }

    private static SortedSet<int> NamedDays(Queue<string> typed)
    {
        var days = new SortedSet<int>();
        while (typed.TryPeek(out var word))
        {
            var day = DayOf(word.ToLowerInvariant());
            if (day is { } number)
                days.Add(number);
            else if (!(word is "on" or "and" or "&") || !typed.Skip(1).Any(later => DayOf(later.ToLowerInvariant()) is not null))
                return days;
            typed.Dequeue();
        }

        return days;
    }

    /// <summary><c>monday</c>, <c>mondays</c>, <c>mon</c>, <c>tues</c>.</summary>
    private static int? DayOf(string word)
    {
        var day = word.Length > 4 ? word.TrimEnd('s') : word;
        var found = day.Length < 3 ? -1 : Array.FindIndex(DayNames, name => name.StartsWith(day, StringComparison.Ordinal));
        return found < 0 ? null : found;
    }

    private static bool LooksLikeTime(string word) => char.IsAsciiDigit(word[0]) || word.ToLowerInvariant() is "noon" or "midnight";

    private static (int Hour, int Minute)? Clock(string text)
    {
        if (text.Equals("noon", StringComparison.OrdinalIgnoreCase) || text.Equals("midnight", StringComparison.OrdinalIgnoreCase))
            return (text.Length == 4 ? 12 : 0, 0);
        var match = ClockTime().Match(text);
        if (!match.Success)
            return null;
        var hour = int.Parse(match.Groups["hour"].ValueSpan, CultureInfo.InvariantCulture);
        var minute = match.Groups["minute"].Success ? int.Parse(match.Groups["minute"].ValueSpan, CultureInfo.InvariantCulture) : 0;
        var half = match.Groups["half"].Value.ToLowerInvariant();
        if (half.Length > 0 && hour is < 1 or > 12)
            return null;
        if (half.Length > 0)
            hour = (hour % 12) + (half[0] == 'p' ? 12 : 0);
        return hour <= 23 && minute <= 59 ? (hour, minute) : null;
    }

    private static TimingReading Wrong(string problem) => new(null, problem);

    private static string Short(string text) => text.Length <= 40 ? text : text[..40] + "…";

    [GeneratedRegex("^(?<hour>[0-9]{1,2})(?:[:.h](?<minute>[0-9]{2}))?(?:h|(?<half>am|pm|a\\.m\\.|p\\.m\\.))?$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex ClockTime();

    [GeneratedRegex("^(?:am|pm|a\\.m\\.|p\\.m\\.)$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex HalfOfDay();
}
