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
            _ => "^",
        })
        : text;

    /// <summary>Addresses and identifiers know no LaTeX: braces go, and backslashes before the signs that need them.</summary>
    public static string Plain(string text) =>
        Escaped().Replace(text.Replace("$\\sim$", "~", StringComparison.Ordinal), "${sign}").Replace("{", "", StringComparison.Ordinal).Replace("}", "", StringComparison.Ordinal).Trim();

    /// <summary>
    /// Takes off braces that only keep a capital as it is: <c>{{Stability} of {BERT}}</c>. Braces of commands (<c>\emph{…}</c>,
    /// <c>{\"o}</c>) and of formulas stay.
    /// </summary>
    public static string RemoveProtection(string text)
    {
        if (!text.Contains('{', StringComparison.Ordinal))
            return text;
        var output = new StringBuilder(text.Length);
        var kept = new Stack<bool>();
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (c == '$' && MathSpans.TryFind(text, i, text.Length, out _, out var behind))
            {
                output.Append(text, i, behind - i);
                i = behind - 1;
            }
            else if (c == '\\' && i + 1 < text.Length)
            {
                output.Append(c).Append(text[++i]);
            }
            else if (c == '{')
            {
                var keep = (i + 1 < text.Length && text[i + 1] == '\\') || IsArgument(text, i);
                kept.Push(keep);
                if (keep)
                    output.Append(c);
            }
            else if (c != '}' || !kept.TryPop(out var kind) || kind)
            {
                output.Append(c);
            }
        }

        return output.ToString();
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
        for (var first = Math.Max(0, brace - 40); i >= first && char.IsAsciiLetter(text[i]); i--)
        {
        }

        return i >= 0 && text[i] == '\\';
    }

    [GeneratedRegex(@"\{\\(?:(?<sign>[%&#_$])|(?<name>textbraceleft|textbraceright|lbrace|rbrace|textasciicircum)(?:\{\})?)\}", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Protected();

    [GeneratedRegex(@"\\(?<sign>[_%&#~$])", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Escaped();
}
