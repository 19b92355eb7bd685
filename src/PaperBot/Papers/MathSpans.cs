using System.Buffers;

namespace PaperBot.Papers;

/// <summary>Finds where mathematics begins and ends between dollar signs, and tells it from amounts of money.</summary>
internal static class MathSpans
{
    /// <summary>Characters; nobody writes a longer formula into an abstract, and a stray dollar must not swallow it.</summary>
    private const int Longest = 2000;

    private static readonly SearchValues<char> Marks = SearchValues.Create("\\^_={}<>|");

    /// <param name="dollar">Index of a dollar sign in <paramref name="text"/>.</param>
    /// <param name="limit">Where to stop looking.</param>
    /// <param name="content">What lies between the dollar signs.</param>
    /// <param name="next">Index behind the closing one.</param>
    public static bool TryFind(string text, int dollar, int limit, out Range content, out int next)
    {
        var start = dollar + 1;
        var display = start < limit && text[start] == '$';
        if (display)
            start++;

        (content, next) = (default, 0);
        var end = start;
        for (var last = Math.Min(limit, start + Longest); end < last && text[end] != '$'; end++)
        {
            if (text[end] == '\\' && end + 1 < last)
                end++;
        }

        if (end >= limit || end - start >= Longest || text[end] != '$')
            return false;
        if (display && (end + 1 >= limit || text[end + 1] != '$'))
            return false;
        content = start..end;
        next = display ? end + 2 : end + 1;
        return LooksLikeMath(text.AsSpan(start, end - start), next < limit ? text[next] : '\0');
    }

    // "$100 and $200", "$5-$10" and "$name or $other" are no formulas. Pandoc's rule that a formula has no space inside its
    // dollars and no digit behind them would lose "$ x $" and "$\sim$10", both frequent on arXiv.
    private static bool LooksLikeMath(ReadOnlySpan<char> content, char following)
    {
        if (content.IsWhiteSpace() || Words(content) >= 2)
            return false;

        if (char.IsAsciiDigit(content[0]) && char.IsWhiteSpace(content[^1]) && Words(content) > 0)
            return false;
        if (content.ContainsAny(Marks))
            return true;
        var spaced = char.IsWhiteSpace(content[0]) || char.IsWhiteSpace(content[^1]);
        if (char.IsAsciiDigit(content[0]) && (spaced || char.IsAsciiDigit(following) || Words(content) > 0))
            return false;
        return !spaced || content.Trim().Length <= 3;
    }

    /// <summary>How many words of prose, three letters at least, stand outside braces and are no command.</summary>
    private static int Words(ReadOnlySpan<char> content)
    {
        var (words, run, depth, command) = (0, 0, 0, false);
        foreach (var c in content)
        {
            if (char.IsLetter(c))
            {
                run++;
                continue;
            }

            if (run >= 3 && depth <= 0 && !command && char.IsWhiteSpace(c))
                words++;
            run = 0;
            command = c == '\\';
            depth += c == '{' ? 1 : c == '}' ? -1 : 0;
        }

        return run >= 3 && depth <= 0 && !command ? words + 1 : words;
    }
}
