using System.Text;

namespace PaperBot.Papers;

/// <summary>Titles for comparison: two spellings of one title normalize to the same text.</summary>
internal static class TitleText
{
    /// <summary>Readable, lower-case, without accents; letters and digits, and one space between words. Empty when the title has neither.</summary>
    public static string Normalize(string title)
    {
        var readable = LatexText.ToReadable(title);
        var text = new StringBuilder(readable.Length);
        var gap = false;
        foreach (var rune in readable.EnumerateRunes())
        {
            var plain = rune.IsBmp ? MathCharacters.ToPlain((char)rune.Value) : MathCharacters.ToPlain(rune);
            foreach (var letter in plain)
            {
                if (letter is '\'' or '’' or '‘')
                    continue;
                if (!IsWord(letter))
                {
                    gap = true;
                    continue;
                }

                foreach (var bare in Diacritics.Strip(char.ToLowerInvariant(letter)))
                {
                    if (gap && text.Length > 0)
                        text.Append(' ');
                    gap = false;
                    text.Append(char.ToLowerInvariant(bare));
                }
            }
        }

        return text.ToString();
    }

    // A combining mark belongs to its letter: it must not part a word before Strip drops it.
    private static bool IsWord(char c) =>
        char.IsLetterOrDigit(c) || char.GetUnicodeCategory(c) is System.Globalization.UnicodeCategory.NonSpacingMark;
}
