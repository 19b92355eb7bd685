namespace PaperBot.Papers;

/// <summary>A text with LaTeX in it, and where its braces close. Every step forward takes time in proportion to what it passes.</summary>
internal sealed class LatexSource(string text)
{
    /// <summary>Characters between the brackets of an optional argument.</summary>
    private const int LongestOption = 100;

    private readonly int[] _closings = MatchBraces(text);

    public string Text => text;

    /// <summary>Index of the brace that closes the one at <paramref name="open"/>, or -1 when none does before <paramref name="end"/>.</summary>
    public int Closing(int open, int end) =>
        open < end && text[open] == '{' && _closings[open] is > 0 and var close && close < end ? close : -1;

    /// <summary>Index behind the letters of a command's name that begins at <paramref name="start"/>.</summary>
    public int NameEnd(int start, int end)
    {
        while (start < end && char.IsAsciiLetter(text[start]))
            start++;
        return start;
    }

    /// <summary>Index behind an optional argument in brackets; <paramref name="start"/> itself when there is none.</summary>
    public int SkipOption(int start, int end)
    {
        if (start >= end || text[start] != '[')
            return start;
        var close = text.AsSpan(start, Math.Min(end - start, LongestOption)).IndexOf(']');
        return close < 0 ? start : start + close + 1;
    }

    /// <summary>Index behind all arguments of a command that shows none of them.</summary>
    public int SkipArguments(int start, int end)
    {
        for (var next = start; ; start = next)
        {
            next = SkipOption(start, end);
            if (Closing(next, end) is > 0 and var close)
                next = close + 1;
            if (next == start)
                return start;
        }
    }

    public int SkipSpaces(int start, int end)
    {
        while (start < end && char.IsWhiteSpace(text[start]))
            start++;
        return start;
    }

    public int SkipEmptyGroup(int start, int end) => Closing(start, end) == start + 1 ? start + 2 : start;

    private static int[] MatchBraces(string text)
    {
        if (!text.Contains('{', StringComparison.Ordinal))
            return [];
        var closings = new int[text.Length];
        var open = new Stack<int>();
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '\\')
                i++;
            else if (text[i] == '{')
                open.Push(i);
            else if (text[i] == '}' && open.TryPop(out var start))
                closings[start] = i;
        }

        return closings;
    }
}
