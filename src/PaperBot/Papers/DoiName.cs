using System.Text.RegularExpressions;

namespace PaperBot.Papers;

/// <summary>
/// A DOI, https://www.doi.org/doi-handbook: <c>10.</c>, a registrant, a slash, and nearly anything. Case does not matter, so it is kept
/// lower-case.
/// </summary>
internal static partial class DoiName
{
    private const int Longest = 300;

    /// <summary>Reads a DOI with or without <c>doi:</c> or a resolver in front, and drops the punctuation that a sentence left behind it.</summary>
    public static bool TryParse(string? text, out string doi)
    {
        doi = "";
        if (text is null || text.Length > Longest * 3 || Whole().Match(text.Trim()) is not { Success: true } match)
            return false;

        var name = match.Groups["name"].Value;
        if (match.Groups["resolver"].Success)
            name = Unescape(name.Split('?', '#')[0]);
        name = TrimSentence(name).ToLowerInvariant();

        // Trimming and unescaping may have taken the suffix away or brought white space in.
        if (name.Length > Longest || name.EndsWith('/') || name.Any(c => char.IsWhiteSpace(c) || char.IsControl(c)))
            return false;
        doi = name;
        return true;
    }

    /// <summary>Takes off closing punctuation that belongs to the sentence, but keeps a bracket that was opened inside.</summary>
    public static string TrimSentence(string text)
    {
        var end = text.Length;
        while (end > 0)
        {
            var last = text[end - 1];
            var opening = last switch { ')' => '(', ']' => '[', '}' => '{', '>' => '<', _ => '\0' };
            if (opening != '\0')
            {
                var inside = text.AsSpan(0, end);
                if (inside.Count(last) <= inside.Count(opening))
                    break;
            }
            else if (!".,;:!?'\"`*_~|”’“‘»…".Contains(last))
            {
                break;
            }

            end--;
        }

        return text[..end];
    }

    private static string Unescape(string text)
    {
        try
        {
            return Uri.UnescapeDataString(text);
        }
        catch (UriFormatException)
        {
            return text;
        }
    }

    [GeneratedRegex(
        @"^(?:doi\s*:\s*)?(?<resolver>(?:https?://)?(?:www\.)?(?:dx\.)?doi\.org/)?(?:doi:)?(?<name>10\.[0-9]{4,9}(?:\.[0-9]+)*(?:/|%2f)\S+)$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Whole();
}
