using System.Collections.Frozen;
using System.Globalization;
using System.Text.RegularExpressions;

namespace PaperBot.Papers;

/// <summary>
/// The two schemes of arXiv identifiers, as https://info.arxiv.org/help/arxiv_identifier.html has them: <c>archive/YYMMNNN</c> to March 2007,
/// <c>YYMM.NNNN</c> to 2014, <c>YYMM.NNNNN</c> since; each may end with a version, <c>v2</c>.
/// </summary>
internal static partial class ArxivId
{
    // The archives that ever gave out old identifiers. A closed list keeps "tcp/8080123" from being a paper.
    private static readonly FrozenSet<string> Archives = (
        "acc-phys adap-org alg-geom ao-sci astro-ph atom-ph bayes-an chao-dyn chem-ph cmp-lg comp-gas cond-mat cs dg-ga funct-an gr-qc " +
        "hep-ex hep-lat hep-ph hep-th math math-ph mtrl-th nlin nucl-ex nucl-th patt-sol physics plasm-ph q-alg q-bio quant-ph solv-int supr-con")
        .Split(' ').ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    /// <summary>Reads an identifier with nothing around it but an <c>arXiv:</c> in front.</summary>
    /// <param name="id">Lower-case, without version and subject class: <c>math.GT/0309136</c> and <c>math/0309136</c> are one paper.</param>
    public static bool TryParse(string? text, out string id, out int? version)
    {
        (id, version) = ("", null);
        if (text is null || text.Length > 64 || Whole().Match(text.Trim()) is not { Success: true } match)
            return false;

        var yearMonth = int.Parse(match.Groups["yymm"].ValueSpan, CultureInfo.InvariantCulture);
        if (yearMonth % 100 is < 1 or > 12)
            return false;

        var number = match.Groups["number"].Value;
        if (match.Groups["archive"] is { Success: true } archive)
        {
            // Old identifiers ran from 1991 to March 2007.
            if (!Archives.Contains(archive.Value) || yearMonth is > 703 and < 9101)
                return false;
            id = $"{archive.Value.ToLowerInvariant()}/{match.Groups["yymm"].Value}{number}";
        }
        else
        {
            if (yearMonth < 704 || number.Length != (yearMonth < 1501 ? 4 : 5))
                return false;
            id = $"{match.Groups["yymm"].Value}.{number}";
        }

        if (match.Groups["version"] is { Success: true } written && int.TryParse(written.ValueSpan, CultureInfo.InvariantCulture, out var parsed))
            version = parsed;
        return true;
    }

    [GeneratedRegex(
        @"^(?:arxiv\s*:\s*)?" +
        @"(?:(?<archive>[a-z]{1,9}(?:-[a-z]{1,4})?)(?:\.[a-z]{2}(?:-[a-z]{2,4})?)?/(?<yymm>[0-9]{4})(?<number>[0-9]{3})|" +
        @"(?<yymm>[0-9]{4})\.(?<number>[0-9]{4,5}))(?:v(?<version>[0-9]{1,4}))?$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Whole();
}
