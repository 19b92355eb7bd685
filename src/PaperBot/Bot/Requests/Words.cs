using System.Text;

namespace PaperBot.Bot.Requests;

/// <summary>A piece of what was typed.</summary>
/// <param name="IsQuoted">Whether it stood in quotes, so that its spaces belong to it.</param>
internal readonly record struct Word(string Text, bool IsQuoted);

/// <summary>Cuts what was typed into words. Quotes of any kind that people or their keyboards make hold words together.</summary>
internal static class Words
{
    public static IReadOnlyList<Word> Of(string text)
    {
        var words = new List<Word>();
        for (var at = 0; at < text.Length;)
        {
            if (char.IsWhiteSpace(text[at]))
            {
                at++;
                continue;
            }

            var quoted = IsQuote(text[at]) && Closing(text, at) is > 0;
            var end = quoted ? Closing(text, at) : at;
            while (!quoted && end < text.Length && !char.IsWhiteSpace(text[end]))
                end++;
            var word = (quoted ? text[(at + 1)..end] : text[at..end]).Trim();
            if (word.Length > 0)
                words.Add(new Word(word, quoted));
            at = quoted ? end + 1 : end;
        }

        return words;
    }

    /// <summary>The words with one space between, quotes gone.</summary>
    public static string Join(IEnumerable<Word> words) => new StringBuilder().AppendJoin(' ', words.Select(word => word.Text)).ToString();

    // An apostrophe is no quote: it stands within words, and at their beginning in 'twas.
    private static bool IsQuote(char c) => c is '"' or '“' or '”' or '„' or '«' or '»' or '`';

    private static int Closing(string text, int opening)
    {
        var open = text[opening];
        for (var at = opening + 1; at < text.Length; at++)
        {
            if (text[at] == open || (open is not '`' && text[at] is not '`' && IsQuote(text[at])))
                return at;
        }

        return -1;
    }
}
