using System.Globalization;
using System.Text;

namespace PaperBot.Retrieval;

/// <summary>
/// Turns what a person typed into an FTS5 expression. Only letters and digits get through, each word in quotes, so that no operator,
/// column name or quote of FTS5's query language can be typed into it (https://www.sqlite.org/fts5.html#full_text_query_syntax).
/// </summary>
internal static class KeywordQuery
{
    // Longer texts are abstracts pasted in; their first words say what they are about and keep a search fast.
    private const int MostWords = 64;

    /// <returns>An expression that matches papers with any of the words that carry meaning; null when the text has no word at all.</returns>
    public static string? Any(string text) => Any(TellingWords(text));

    /// <param name="words">As <see cref="Words"/> gives them.</param>
    public static string? Any(IReadOnlyList<string> words) => Join(words, " OR ");

    /// <returns>An expression that matches papers whose title or abstract has all of the words; null when there is none.</returns>
    public static string? All(IReadOnlyList<string> words) => Join(words, " AND ") is { } all ? $"{{title abstract terms}} : ({all})" : null;

    /// <summary>The words that say what a text is about; all of them when there is none such.</summary>
    public static IReadOnlyList<string> TellingWords(string text)
    {
        var words = Words(text, MostWords);
        var telling = words.FindAll(word => !StopWords.Contains(word));
        return telling.Count > 0 ? telling : words;
    }

    /// <returns>An expression that matches papers whose title has all the words; null when there is none.</returns>
    public static string? AllInTitle(string text) => AllIn("{title terms}", text);

    public static string? AllIn(string column, string text) => Join(Words(text, MostWords), " AND ") is { } all ? $"{column} : ({all})" : null;

    /// <summary>Runs of letters, digits and their combining marks, lower-case, each once, in order.</summary>
    internal static List<string> Words(string text, int most)
    {
        var words = new List<string>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var word = new StringBuilder();
        foreach (var rune in text.EnumerateRunes())
        {
            if (Rune.IsLetterOrDigit(rune) || (word.Length > 0 && IsMark(rune)))
                word.Append(Rune.ToLowerInvariant(rune).ToString());
            else
                End();
        }

        End();
        return words;

        void End()
        {
            if (word.Length > 0 && words.Count < most && seen.Add(word.ToString()))
                words.Add(word.ToString());
            word.Clear();
        }
    }

    private static bool IsMark(Rune rune) =>
        Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark;

    private static string? Join(IReadOnlyList<string> words, string with) =>
        words.Count == 0 ? null : string.Join(with, words.Select(word => $"\"{word}\""));
}
