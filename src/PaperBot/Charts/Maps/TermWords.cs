using System.Text.RegularExpressions;
using PaperBot.Papers;

namespace PaperBot.Charts.Maps;

/// <summary>The words of a title or an abstract as they would be written in a label.</summary>
internal static partial class TermWords
{
    /// <summary>
    /// In order; signs are empty words, which keep the words on both sides of them from being a pair. The first word of a sentence has a small
    /// letter, unless it is a name by its letters (BERT, B2C).
    /// </summary>
    /// <param name="isTitle">Titles give capitals to any word.</param>
    public static IEnumerable<string> Of(string text, bool isTitle)
    {
        var isFirst = true;
        foreach (Match match in Word().Matches(LatexText.ToReadable(text)))
        {
            var word = match.Value;
            var isSign = !char.IsLetterOrDigit(word[0]);
            yield return isSign ? "" : IsName(word) || !(isTitle || isFirst) ? word : word.ToLowerInvariant();
            isFirst = isSign && word is "." or "!" or "?" or ":";
        }
    }

    private static bool IsName(string word) => word.Skip(1).Any(char.IsUpper) || (word.Any(char.IsAsciiDigit) && word.Any(char.IsUpper));

    [GeneratedRegex(@"[\p{L}\p{Nd}][\p{L}\p{Nd}\p{M}]*(?:['’-][\p{L}\p{Nd}\p{M}]+)*|[.,;:!?()\[\]{}=<>/|]", RegexOptions.CultureInvariant)]
    private static partial Regex Word();
}
