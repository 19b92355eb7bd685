using System.Globalization;

namespace PaperBot.Papers;

/// <summary>A day, a month or a year: sources rarely give more precision than they have.</summary>
/// <param name="Year">1 to 9999.</param>
/// <param name="Month">1 to 12, or null when only the year is known.</param>
/// <param name="Day">1 to 31, or null when only the month is known.</param>
internal readonly record struct PublicationDate(int Year, int? Month = null, int? Day = null)
{
    /// <summary>ISO 8601 with the precision that is known: <c>2021</c>, <c>2021-11</c> or <c>2021-11-15</c>. Texts of this form sort by date.</summary>
    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"{Year:0000}") +
        (Month is { } month ? string.Create(CultureInfo.InvariantCulture, $"-{month:00}") : "") +
        (Month is not null && Day is { } day ? string.Create(CultureInfo.InvariantCulture, $"-{day:00}") : "");

    public static bool TryParse(string? s, out PublicationDate d) { d = default; if (s is null || s.Length < 4 || !int.TryParse(s.AsSpan(0, 4), CultureInfo.InvariantCulture, out var y)) return false; d = new(y, s.Length >= 7 ? int.Parse(s.AsSpan(5, 2), CultureInfo.InvariantCulture) : null, s.Length >= 10 ? int.Parse(s.AsSpan(8, 2), CultureInfo.InvariantCulture) : null); return true; }
}
