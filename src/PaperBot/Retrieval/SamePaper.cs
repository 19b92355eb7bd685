using PaperBot.Papers;

namespace PaperBot.Retrieval;

/// <summary>Tells whether two records that no identifier joins are of one paper.</summary>
internal static class SamePaper
{
    // A preprint and its publication are often a year apart.
    private const int MostYearsApart = 1;

    /// <summary>Servers of preprints give a DOI of their own to what is published under another.</summary>
    private static readonly string[] PreprintDois =
        ["10.1101/", "10.2139/", "10.20944/", "10.21203/", "10.26434/", "10.31219/", "10.31234/", "10.36227/", "10.48550/", "10.5281/", "10.64898/"];

    /// <summary>
    /// Whether two records cannot be of one paper, although a key or a DOI joins them: people mistype DOIs, and one can be of a whole volume.
    /// </summary>
    public static bool AreApart(Paper a, Paper b) => a.Key != b.Key && (HaveTwoNumbers(a, b) || !(ShareAName(a, b) || ShareAWord(a, b)));

    /// <summary>For records of equal normalized titles.</summary>
    public static bool IsTitled(Paper a, Paper b)
    {
        if (!MayBeSameYear(a, b) || HaveTwoNumbers(a, b))
            return false;
        if (a.Authors.Count > 0 && b.Authors.Count > 0 && !ShareAName(a, b))
            return false;
        if (a.Key == PaperKey.Local(a.Title) || b.Key == PaperKey.Local(b.Title))
            return true;

        // Numbers of one source are of different papers.
        if (a.Key.Scheme == "local" && b.Key.Scheme == "local" && a.Source == b.Source)
            return false;
        if (Doi(a) is { } first && Doi(b) is { } second && first != second && !IsPreprint(first) && !IsPreprint(second))
            return false;
        // Without names there is no proof, and numbers say that somebody tells them apart.
        return a.Authors.Count > 0 && b.Authors.Count > 0;
    }

    private static bool HaveTwoNumbers(Paper a, Paper b) => a.Key != b.Key && a.Key.Scheme == b.Key.Scheme && a.Key.Scheme is "arxiv" or "acl";

    private static bool ShareAWord(Paper a, Paper b) => LongWords(a).Intersect(LongWords(b)).Any();

    private static IEnumerable<string> LongWords(Paper paper) => TitleText.Normalize(paper.Title).Split(' ').Where(word => word.Length >= 5);

    private static bool MayBeSameYear(Paper a, Paper b) =>
        a.Published is not { } first || b.Published is not { } second || Math.Abs(first.Year - second.Year) <= MostYearsApart;

    /// <summary>A family name in common: first names are often initials, and lists are often cut.</summary>
    private static bool ShareAName(Paper a, Paper b) => a.Authors.Select(FamilyName).Intersect(b.Authors.Select(FamilyName)).Any();

    private static string FamilyName(string author)
    {
        var words = TitleText.Normalize(author).Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return words is [.., var name, "jr" or "sr" or "ii" or "iii"] ? name : words.LastOrDefault(author);
    }

    private static string? Doi(Paper paper) => paper.Doi ?? (paper.Key.Scheme == "doi" ? paper.Key.Id : null);

    private static bool IsPreprint(string doi) => PreprintDois.Any(prefix => doi.StartsWith(prefix, StringComparison.Ordinal));
}
