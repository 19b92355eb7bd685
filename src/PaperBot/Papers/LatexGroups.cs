namespace PaperBot.Papers;

/// <summary>Tells braces that LaTeX swallows from braces that are part of what is said.</summary>
internal static class LatexGroups
{
    /// <summary>Characters of a group that are looked at: nested groups must not make reading quadratic.</summary>
    private const int Look = 200;

    /// <summary>Whether braces group, as in <c>{B}ayes</c> and <c>{\it so}</c>, or are meant to be seen, as in {0, 1}.</summary>
    public static bool IsGroup(string text, int open, int close)
    {
        var content = text.AsSpan(open + 1, close - open - 1);
        var previous = open > 0 ? text[open - 1] : ' ';
        if (content.IsEmpty || content[0] is '\\' or '{' || char.IsLetterOrDigit(previous) || previous is '}' or '^' or '_')
            return true;
        if (close + 1 < text.Length && char.IsLetterOrDigit(text[close + 1]))
            return true;

        // Capitals are what BibTeX needs braces for.
        var upper = false;
        foreach (var c in content[..Math.Min(content.Length, Look)])
        {
            if (!char.IsLetterOrDigit(c) && c is not (' ' or '-' or '.' or '\'' or '&' or '\\' or '{' or '}' or '$' or '/' or '+'))
                return false;
            upper |= char.IsUpper(c);
        }

        return upper;
    }
}
