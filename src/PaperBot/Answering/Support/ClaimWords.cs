using System.Globalization;
using System.Text.RegularExpressions;
using PaperBot.Papers;
using PaperBot.Retrieval;

namespace PaperBot.Answering.Support;

/// <summary>A word of a sentence as the check reads it.</summary>
/// <param name="Text">As written.</param>
/// <param name="Lower">Lower-case, without accents.</param>
/// <param name="Stem">The same for words that say the same: "uses" and "employs".</param>
/// <param name="Tells">Whether it says something of its own.</param>
internal readonly record struct ClaimWord(string Text, string Lower, string Stem, bool Tells)
{
    public bool IsBreak => Text.Length == 1 && !char.IsLetterOrDigit(Text[0]);

    /// <summary>How much of a sentence's meaning it carries.</summary>
    public double Weight => !Tells ? 0 : GeneralWords.Contains(Stem) ? 0.25 : 1;
}

/// <summary>A sentence as words, with the marks between them that end a clause.</summary>
internal static partial class ClaimWords
{
    public static IReadOnlyList<ClaimWord> Of(string sentence) => [.. Token().Matches(sentence).SelectMany(token => Words(token.Value))];

    /// <summary>The stems of the words that say something.</summary>
    public static IEnumerable<string> Stems(IEnumerable<ClaimWord> words) => words.Where(word => word.Tells).Select(word => word.Stem);

    private static IEnumerable<ClaimWord> Words(string token)
    {
        if (!char.IsLetterOrDigit(token[0]))
        {
            yield return new ClaimWord(token, token, token, false);
            yield break;
        }

        // A name with a number is one word however it is joined: GPT-4, GPT 4 no less.
        foreach (var part in token.Any(char.IsDigit) ? [token.Replace("-", "", StringComparison.Ordinal)] : token.Split('-', StringSplitOptions.RemoveEmptyEntries))
        {
            var lower = string.Concat(part.ToLowerInvariant().Select(Diacritics.Strip));
            if (lower.EndsWith("'s", StringComparison.Ordinal) || lower.EndsWith("’s", StringComparison.Ordinal))
                lower = lower[..^2];
            if (lower.Length > 0)
                yield return new ClaimWord(part, lower, StemOf(lower), lower.Length > 1 && !StopWords.Contains(lower) && !char.IsDigit(lower[0]) && !StatedNumbers.IsWord(lower) && !StatedNumbers.IsUnit(part) && !Contraction().IsMatch(lower));
        }
    }

    private static string StemOf(string word) =>
        char.IsDigit(word[0]) ? word.Replace(",", "", StringComparison.Ordinal)
        : StatedNumbers.IsWord(word) ? StatedNumbers.ValueOf(word).ToString(CultureInfo.InvariantCulture) : Synonyms.Of(WordStem.Of(word));

    [GeneratedRegex("n['’]t$")]
    private static partial Regex Contraction();

    [GeneratedRegex(@"\p{L}[\p{L}\p{Mn}\p{N}'’]*(?:-[\p{L}\p{N}]+)*|\d[\p{L}\p{N}.,]*\p{L}|\d+(?:[.,]\d+)*|[,;:()]")]
    private static partial Regex Token();
}
