using System.Text.RegularExpressions;

namespace PaperBot.Ingestion.Sources;

/// <summary>Tells from what authors wrote that they took their paper back. arXiv has no field for it.</summary>
internal static partial class Withdrawal
{
    /// <param name="comments">What arXiv shows as comments; white space may be as it comes.</param>
    /// <param name="summary">The abstract, which is often replaced by the notice.</param>
    public static bool IsIn(string comments, string summary)
    {
        var notice = summary.Length > 200 ? summary[..200] : summary;
        var folded = SourceText.Fold(comments);
        return Statement().IsMatch(notice) || Statement().IsMatch(folded) || Reason().IsMatch(folded);
    }

    // "This paper has been withdrawn by the author", "Submission withdrawn"; not "replaces the withdrawn paper". Both were checked by eye
    // on the 276 records among 60,000 of arXiv that say "withdrawn" at all.
    [GeneratedRegex(
        @"^\W*withdrawn\b|\b(?:paper|article|manuscript|submission|preprint|version|work|letter|note|report|draft|this)(?: \([^()]{1,80}\))?" +
        @"(?: (?:\S+ )?(?:is|was|are|were|been|being)(?: \S+)?)? withdrawn\b(?! (?:paper|article|version))|" +
        @"\bhave withdrawn (?:the|this|our) (?:paper|article|submission)\b",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Statement();

    [GeneratedRegex(
        @"(?<!\b(?:later|earlier|which has been|which was|previously) )\bwithdrawn (?:due to|because|by (?:the|its) authors?)\b",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Reason();
}
