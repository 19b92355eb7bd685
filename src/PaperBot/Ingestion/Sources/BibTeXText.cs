using System.Text;
using System.Text.RegularExpressions;
using PaperBot.Papers;

namespace PaperBot.Ingestion.Sources;

/// <summary>The braces and backslashes that are BibTeX's and not the author's.</summary>
internal static partial class BibTeXText
{
    /// <summary>Undoes how BibTeX writers protect single characters, <c>{\%}</c>; every other LaTeX stays.</summary>
    public static string Unprotect(string text) => text.Contains("{\\", StringComparison.Ordinal)
        ? Protected().Replace(text, match => match.Groups["sign"] is { Success: true } sign ? sign.Value : match.Groups["name"].Value switch
        {
            "textbraceleft" => "{",
            "textbraceright" => "}",
            "lbrace" => "\\{",
            "rbrace" => "\\}",
            "textbackslash" => "\\",
            _ => "^",
        })
        : text;

    /// <summary>Addresses and identifiers know no LaTeX: braces go, and backslashes before the signs that need them.</summary>
    public static string Plain(string text)
    {
        var unescaped = Escaped().Replace(text.Replace("$\\sim$", "~", StringComparison.Ordinal), "${sign}");
        return unescaped.Replace("{", "", StringComparison.Ordinal).Replace("}", "", StringComparison.Ordinal).Trim();
    }

    /// <summary>
    /// Takes off braces that only keep a capital as it is: <c>{{Stability} of {BERT}}</c>. Braces of commands (<c>\emph{…}</c>,
    /// <c>{\"o}</c>) and of formulas stay.
    /// </summary>
    public static string RemoveProtection(string text)
    {
        if (!text.Contains('{', StringComparison.Ordinal))
            return text;
        var dropped = ProtectiveBraces(text);
        var output = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            if (!dropped[i])
                output.Append(text[i]);
        }

        return output.ToString();
    }

    private static bool[] ProtectiveBraces(string text)
    {
        var protective = new bool[text.Length];
        var open = new Stack<int>();
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '$' && MathSpans.TryFind(text, i, text.Length, out _, out var behind))
                i = behind - 1;
            else if (text[i] == '\\')
                i++;
            else if (text[i] == '{')
                open.Push(i);
            else if (text[i] == '}' && open.TryPop(out var start))
                protective[start] = protective[i] = text[start + 1] != '\\' && !IsArgument(text, start);
        }

        return protective;
    }

    private static bool IsArgument(string text, int brace)
    {
        var i = brace - 1;
        if (i < 1)
            return false;
        if (text[i] is '}' or '^' or '_')
            return true;
        if (!char.IsAsciiLetter(text[i]))
            return text[i - 1] == '\\';
        var first = Math.Max(0, brace - 40);
        while (i > first && char.IsAsciiLetter(text[i]))
            i--;

        return text[i] == '\\';
    }

    [GeneratedRegex(
        @"\{\\(?:(?<sign>[%&#_$])|(?<name>textbraceleft|textbraceright|lbrace|rbrace|textasciicircum)(?:\{\})?|(?<name>textbackslash)(?:\{\})?(?=\}\z))\}",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Protected();

    [GeneratedRegex(@"\\(?<sign>[_%&#~$])", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Escaped();
}
