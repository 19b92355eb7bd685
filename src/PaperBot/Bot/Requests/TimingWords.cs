using System.Text.RegularExpressions;

namespace PaperBot.Bot.Requests;

/// <summary>
/// Tells the words that say when from those that say what, and puts them into the order of a schedule: days, time of the day, time zone. What
/// they mean is not read here.
/// </summary>
internal static partial class TimingWords
{
    // Nobody takes more to say when; it bounds the work on what something else sends.
    private const int Longest = 200;

    /// <summary>Takes them from the end of a text, or from its beginning where the end has none.</summary>
    /// <returns>When, empty where nothing says so; and all other words.</returns>
    public static (string When, string Others) Split(string text)
    {
        var before = Math.Max(0, text.Length - Longest);
        if (AtEnd().Match(text, before, text.Length - before) is { Success: true } last)
            return (Ordered(last.Groups["when"].Value), text[..last.Index]);
        // Days and a time are no topic, and a word or two behind them are where: "fridays 17h Tokyo".
        if (BeforeAPlace().Match(text, before, text.Length - before) is { Success: true } placed)
            return ($"{Ordered(placed.Groups["when"].Value)} {placed.Groups["place"].Value}", text[..placed.Index]);
        return AtStart().Match(text, 0, Math.Min(text.Length, Longest)) is { Success: true } first
            ? (Ordered(first.Groups["when"].Value), text[first.Length..]) : ("", text);
    }

    private static string Ordered(string when)
    {
        var parts = Parts().Matches(when);
        var zone = All("zone").LastOrDefault("");
        if (All("cron").LastOrDefault() is { } cron)
            return $"cron {cron} {zone}".Trim();
        var days = string.Join(' ', All("frequency").Select(said => Once().Replace(said, "every ")).DefaultIfEmpty("daily"));
        var clock = All("clock").Select(at => Spaces().Replace(at, "")).LastOrDefault()
            ?? (All("half").Any(half => half.Contains("evening", StringComparison.OrdinalIgnoreCase)) ? "18:00" : "");
        return string.Join(' ', new[] { days, clock, zone }.Where(part => part.Length > 0));

        IEnumerable<string> All(string name) => parts.Select(part => part.Groups[name].Value.Trim()).Where(value => value.Length > 0);
    }

    private const string Day = "(?:mon|tues?|wednes|thurs?|fri|satur|sun)days?";
    private const string ShortDay = "(?:mon|tues?|wed|thurs?|thu|fri|sat|sun)";
    private const string Clock =
        @"(?<clock>[0-9]{1,2}[:.][0-9]{2}(?:\s?[ap]\.?m\b\.?)?|[0-9]{1,2}\s?[ap]\.?m\b\.?|[0-9]{1,2}h(?:[0-9]{2})?|noon\b|midnight\b)(?![\w:])";

    private const string Zone =
        "(?<zone>(?:UTC|GMT|(?:Africa|America|Antarctica|Arctic|Asia|Atlantic|Australia|Europe|Indian|Pacific|Etc|US)/[A-Za-z_+/0-9-]+)(?!\\w))";

    private const string CronFields =
        @"(?:cron[:\s]\s*)?(?<cron>(?<!\S)(?:[0-9*][0-9*/,-]*\s+){4}(?:[0-9*][0-9*/,-]*|(?:mon|tue|wed|thu|fri|sat|sun)(?:[,-](?:mon|tue|wed|thu|fri|sat|sun))*)(?!\S))";

    // One day at a time: the days of a list are parts of their own.
    private const string Frequency =
        $@"(?<frequency>(?:once\s+(?:a|per)\s+(?:day|week))|(?:every|each|on)\s+(?:day|week(?:day)?|workday|hour|{Day}|{ShortDay})|daily|hourly|weekly"
        + $@"|(?:on\s+)?(?:week|work)days|{Day}|{NeverMade})(?![\w-])";

    // People ask for these, and are told that there are none; a topic they are not.
    private const string NeverMade = @"every\s+(?:other\s+(?:day|week|month)|minute|second|month|quarter|year)|bi-?weekly|fortnightly|monthly|quarterly|yearly";

    private const string Half = @"(?<half>(?:(?:in|on)\s+the\s+|every\s+)?(?:morning|evening)s?(?!\w))";

    private const string At = $@"(?:(?:at\s+|@\s*)(?:{Clock}|(?<clock>[0-9]{{1,2}})(?![\w:.]))|{Clock})";

    private const string Unit = $@"(?:{CronFields}|{Frequency}|{At}|{Half}|{Zone})";

    private const string Between = @"(?:\s*[,&]\s*(?:and\s+)?|\s+(?:and\s+)?)";

    private const string Several = $@"{Unit}(?:{Between}{Unit})*";

    private const RegexOptions Relaxed = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture;

    [GeneratedRegex($@"(?:^|(?<=[\s,;]))(?<when>{Several})[\s.!,;]*$", Relaxed)]
    private static partial Regex AtEnd();

    [GeneratedRegex(
        $@"(?:^|(?<=[\s,;]))(?:(?<when>{Frequency}{Between}(?:{Unit}{Between})*?{At})\s+(?:in\s+|\()?|(?<when>(?:at\s+|@\s*){Clock})\s+in\s+)"
        + @"(?<place>[A-Za-z][\w/+-]*(?:\s[A-Za-z][\w/+-]*)?)[\s.!,;)]*$",
        Relaxed)]
    private static partial Regex BeforeAPlace();

    [GeneratedRegex($@"^(?:an?\s+|the\s+)?(?<when>{Several})(?:\s+(?:digests?|papers|posts?|updates?))*(?:\s+(?:on|of|about|for|to)\b)?[\s,:;]+(?=\S)", Relaxed)]
    private static partial Regex AtStart();

    [GeneratedRegex(Unit, Relaxed)]
    private static partial Regex Parts();

    [GeneratedRegex(@"^once\s+(?:a|per)\s+", Relaxed)]
    private static partial Regex Once();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();
}
