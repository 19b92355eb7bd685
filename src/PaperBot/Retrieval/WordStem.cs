using System.Text;
using PaperBot.Papers;

namespace PaperBot.Retrieval;

/// <summary>
/// What the forms of a word have in common, as the keyword table has it: accents off, then Porter's stem. So that a word which a search
/// finds is also seen by whoever looks for it in the text.
/// </summary>
internal static class WordStem
{
    /// <param name="word">Lower-case, as <see cref="KeywordQuery.Words"/> gives it.</param>
    public static string Of(string word) => PorterStemmer.Stem(Ascii.IsValid(word) ? word : string.Concat(word.Select(Diacritics.Strip)));
}
