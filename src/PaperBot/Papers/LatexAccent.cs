using System.Text;

namespace PaperBot.Papers;

/// <summary>Reads the letter behind an accent command: <c>\'e</c>, <c>\c{c}</c>, <c>\"{\i}</c>.</summary>
internal static class LatexAccent
{
    /// <returns>Index behind the accented letter, or 0 when no letter follows.</returns>
    public static int Read(LatexSource source, char mark, int after, int end, StringBuilder output)
    {
        // A letter's name needs something between it and the letter ("\c c"); a sign does not, and TeX allows the space too.
        var start = source.SkipSpaces(after, end);
        var close = source.Closing(start, end);
        var (from, to) = close > 0 ? (source.SkipSpaces(start + 1, close), close) : (start, end);
        if (from >= to)
            return close > 0 ? close + 1 : 0;

        char letter;
        int behind;
        if (source.Text[from] == '\\' && from + 1 < to && source.Text[from + 1] is 'i' or 'j' && source.NameEnd(from + 1, to) == from + 2)
        {
            // The dotless letters exist for accents to sit on.
            letter = source.Text[from + 1];
            behind = source.SkipSpaces(from + 2, to);
        }
        else if (source.Text[from] == '\\' && source.NameEnd(from + 1, to) is var nameEnd &&
            LatexSymbols.LettersByName.TryGetValue(source.Text[(from + 1)..nameEnd], out var named) && named.Length == 1)
        {
            letter = named[0];
            behind = nameEnd;
        }
        else if (char.IsLetter(source.Text[from]))
        {
            letter = source.Text[from];
            behind = from + 1;
        }
        else
        {
            return 0;
        }

        output.Append(Diacritics.Compose(letter, mark));
        if (close < 0)
            return behind;
        output.Append(source.Text, behind, close - behind);
        return close + 1;
    }
}
