using System.Text.RegularExpressions;
using PaperBot.Papers;

namespace PaperBot.Charts.Maps;

/// <summary>The words of a title or an abstract as they would be written in a label.</summary>
internal static partial class TermWords
{
    /// <summary>In order; a sentence's end and other signs are no words, but keep the words on both sides of them from being a pair: they are empty.</summary>
    public static IEnumerable<string> Of(string text)
    {
        foreach (Match match in Word().Matches(LatexText.ToReadable(text)))
        {
            var word = match.Value;
            if (!char.IsLetterOrDigit(word[0]))
                yield return "";
            else
                yield return IsName(word) ? word : word.ToLowerInvariant();
        }
    }

    /// <summary>Names keep their capitals (BERT, LoRA, B2C); a word that a title or a sentence gave one loses it.</summary>
    private static bool IsName(string word) => word.Skip(1).Any(char.IsUpper) || (word.Any(char.IsAsciiDigit) && word.Any(char.IsUpper));

    [GeneratedRegex(@"[\p{L}\p{Nd}][\p{L}\p{Nd}\p{M}]*(?:['’-][\p{L}\p{Nd}\p{M}]+)*|[.,;:!?()\[\]{}=<>/|]", RegexOptions.CultureInvariant)]
    private static partial Regex Word();
}
