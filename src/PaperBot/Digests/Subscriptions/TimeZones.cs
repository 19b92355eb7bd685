using System.Text.RegularExpressions;
using PaperBot.Settings;

namespace PaperBot.Digests.Subscriptions;

/// <summary>Time zones by their IANA names, from the data of the machine.</summary>
internal static partial class TimeZones
{
    public const string Utc = "UTC";

    /// <summary>Every name that the machine lists; UTC alone where it has no data.</summary>
    public static IReadOnlyList<string> Known => [.. TimeZoneInfo.GetSystemTimeZones().Select(zone => zone.Id).Append(Utc).Distinct()];

    /// <returns>Null when the machine knows no such time zone.</returns>
    public static TimeZoneInfo? Find(string name)
    {
        // A name is a path under the folder of time zones, and must not lead out of it.
        if (!Name().IsMatch(name))
            return null;
        try
        {
            return TimeZoneInfo.TryFindSystemTimeZoneById(name, out var zone) ? zone : null;
        }
        catch (Exception e) when (e is InvalidTimeZoneException or System.Security.SecurityException or IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    /// <summary>Reads a name as people type it: in any case, with spaces, or the city alone.</summary>
    /// <returns>The name as the machine spells it; null when there is none.</returns>
    public static string? Read(string typed, IReadOnlyList<string> known)
    {
        var name = string.Join('_', typed.Split(' ', StringSplitOptions.RemoveEmptyEntries));
        if (known.FirstOrDefault(id => id.Equals(name, StringComparison.OrdinalIgnoreCase)) is { } whole)
            return whole;
        // Names of earlier times are not on the list but still have data.
        if (name.Contains('/', StringComparison.Ordinal) && Find(name) is not null)
            return name;
        return known.Where(id => City(id).Equals(name, StringComparison.OrdinalIgnoreCase)).ToList() is [var only] ? only : null;
    }

    /// <returns>The name that was probably meant; null when none is near.</returns>
    public static string? Nearest(string typed, IReadOnlyList<string> known)
    {
        var name = typed.Trim().Replace(' ', '_');
        var city = Spelling.Nearest(City(name), known.Select(City));
        return Spelling.Nearest(name, known) ?? known.FirstOrDefault(id => City(id) == city);
    }

    private static string City(string name) => name[(name.LastIndexOf('/') + 1)..];

    [GeneratedRegex("^[A-Za-z0-9_+-]{1,40}(?:/[A-Za-z0-9_+-]{1,40}){0,3}$", RegexOptions.CultureInvariant)]
    private static partial Regex Name();
}
