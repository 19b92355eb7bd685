using System.Text.RegularExpressions;
using PaperBot.Papers;

namespace PaperBot.Ingestion.Sources;

/// <summary>Names of authors as sources write them, turned into reading order: "Ada Lovelace".</summary>
internal static partial class AuthorNames
{
    /// <summary>One name, in either order, with its accents as letters. "Lovelace, Ada" is turned round; "King, Jr." is not.</summary>
    public static string ReadingOrder(string name)
    {
        var parts = SourceText.Fold(LatexText.ToReadable(name)).Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        return parts switch
        {
            [] => "",
            [var only] => only,
            [var first, var suffix] when IsSuffix(suffix) => $"{first} {suffix}",
            [var last, var first] => $"{first} {last}",
            // BibTeX: von Last, Jr, First
            [var last, var suffix, var first] when IsSuffix(suffix) => $"{first} {last} {suffix}",
            // RIS: Last, First, Jr.
            [var last, var first, var suffix] when IsSuffix(suffix) => $"{first} {last} {suffix}",
            [var last, .. var rest] => $"{string.Join(' ', rest)} {last}",
        };
    }

    /// <summary>Many names in one text, between semicolons, "and" or commas; affiliations in brackets fall away.</summary>
    public static IReadOnlyList<string> Split(string names)
    {
        var text = SourceText.Fold(Affiliation().Replace(LatexText.ToReadable(names), " "));
        if (text.Contains(';', StringComparison.Ordinal))
            return Clean(text.Split(';').Select(ReadingOrder));

        var joined = And().Split(text);

        // "Lovelace, Ada and Hopper, Grace" is BibTeX's; "A. Lovelace, G. Hopper and M. Curie" is everybody's.
        if (joined.Length > 1 && joined.All(name => name.Count(c => c == ',') == 1 && !name.EndsWith(',')))
            return Clean(joined.Select(ReadingOrder));
        if (joined.Length == 1 && text.Split(',', StringSplitOptions.TrimEntries) is [var last, var first] && !last.Contains(' ') && !first.Contains(' '))
            return Clean([ReadingOrder(text)]);
        return Clean(joined.SelectMany(name => name.Split(',')).Select(SourceText.Fold));
    }

    public static IReadOnlyList<string> Clean(IEnumerable<string> names) => [.. names.Where(name => name.Length is > 0 and <= 300)];

    private static bool IsSuffix(string part) => part.TrimEnd('.') is "Jr" or "Sr" or "jr" or "sr" or "II" or "III" or "IV";

    [GeneratedRegex(@"\([^()]{0,300}\)", RegexOptions.CultureInvariant)]
    private static partial Regex Affiliation();

    [GeneratedRegex(@",? +and +|,? +& +", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex And();
}
