using System.Globalization;
using System.Text.RegularExpressions;

namespace PaperBot.Papers;

/// <summary>A day, a month or a year: sources rarely give more precision than they have.</summary>
/// <param name="Year">1 to 9999.</param>
/// <param name="Month">1 to 12, or null when only the year is known.</param>
/// <param name="Day">1 to 31, or null when only the month is known.</param>
internal readonly partial record struct PublicationDate(int Year, int? Month = null, int? Day = null)
{
    private static readonly string[] MonthNames =
        ["january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december"];

    /// <summary>The earliest day it can mean: 2021 may be 1 January.</summary>
    public DateOnly FirstDay => new(Year, Month ?? 1, Month is null ? 1 : Day ?? 1);

    /// <summary>The latest day it can mean: 2021 may be 31 December.</summary>
    public DateOnly LastDay
    {
        get
        {
            var month = Month ?? 12;
            return new(Year, month, (Month is null ? null : Day) ?? DateTime.DaysInMonth(Year, month));
        }
    }

    /// <summary>Whether it can lie on or after <paramref name="since"/>. A paper of 2021 may be of December, so it is since 2021-11.</summary>
    public bool CanBeSince(PublicationDate since) => LastDay >= since.FirstDay;

    /// <summary>Whether it can lie on or before <paramref name="until"/>. A paper of 2021 may be of January, so it is until 2021-02.</summary>
    public bool CanBeUntil(PublicationDate until) => FirstDay <= until.LastDay;

    /// <summary>
    /// Reads <c>2021</c>, <c>2021-11</c>, <c>2021-11-15</c> (or with slashes) and timestamps that begin so; also <c>15 November 2021</c> and the
    /// e-mail form that arXiv's listings have.
    /// </summary>
    public static bool TryParse(string? text, out PublicationDate date)
    {
        date = default;
        if (text is null || text.Length > 64)
            return false;

        var trimmed = text.Trim();
        if (Iso().Match(trimmed) is { Success: true } iso)
            return TryCreate(Number(iso.Groups["year"]), Number(iso.Groups["month"]), Number(iso.Groups["day"]), out date);

        // Mon, 2 Apr 2007 19:18:42 GMT, as RFC 5322 writes it.
        return Mail().Match(trimmed) is { Success: true } mail &&
            TryParseMonth(mail.Groups["month"].Value, out var month) &&
            TryCreate(Number(mail.Groups["year"]), month, Number(mail.Groups["day"]), out date);
    }

    /// <summary>Reads a month as BibTeX has it: <c>nov</c>, <c>November</c>, <c>Nov.</c> or <c>11</c>.</summary>
    public static bool TryParseMonth(string? text, out int month)
    {
        month = 0;
        var trimmed = text?.Trim().TrimEnd('.') ?? "";
        if (int.TryParse(trimmed, NumberStyles.None, CultureInfo.InvariantCulture, out month))
            return month is >= 1 and <= 12;
        if (trimmed.Length < 3)
            return false;
        month = Array.FindIndex(MonthNames, name => name.StartsWith(trimmed, StringComparison.OrdinalIgnoreCase)) + 1;

        // "Sept" is the one customary short form that is longer than three letters, and it is a beginning of the name too.
        return month > 0;
    }

    /// <summary>False when there is no such day.</summary>
    public static bool TryCreate(int? year, int? month, int? day, out PublicationDate date)
    {
        date = default;
        if (year is not (>= 1 and <= 9999) || month is < 1 or > 12 || (day is not null && month is null))
            return false;
        if (day is { } number && (number < 1 || number > DateTime.DaysInMonth(year.Value, month!.Value)))
            return false;
        date = new(year.Value, month, day);
        return true;
    }

    /// <summary>ISO 8601 with the precision that is known: <c>2021</c>, <c>2021-11</c> or <c>2021-11-15</c>. Texts of this form sort by date.</summary>
    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"{Year:0000}") +
        (Month is { } month ? string.Create(CultureInfo.InvariantCulture, $"-{month:00}") : "") +
        (Month is not null && Day is { } day ? string.Create(CultureInfo.InvariantCulture, $"-{day:00}") : "");

    private static int? Number(Group group) => group.Success ? int.Parse(group.ValueSpan, CultureInfo.InvariantCulture) : null;

    [GeneratedRegex(
        @"^(?<year>[0-9]{4})(?:[-/](?<month>[0-9]{1,2})(?:[-/](?<day>[0-9]{1,2})(?:[T ][0-9].*)?)?)?$",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Iso();

    [GeneratedRegex(
        @"^(?:[A-Za-z]{3},? )?(?<day>[0-9]{1,2}) (?<month>[A-Za-z]{3,9}) (?<year>[0-9]{4})(?: .*)?$",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Mail();
}
