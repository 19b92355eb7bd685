using System.Buffers;
using System.Text;

namespace PaperBot.Papers.Export;

/// <summary>What keeps a text whole inside the braces of a BibTeX field.</summary>
internal static class BibTeXEscaping
{
    private static readonly SearchValues<char> Signs = SearchValues.Create("%&#_^${}\\");

    /// <summary>
    /// Running text. Signs that LaTeX would take for commands are protected as <c>{\%}</c>, and braces that are meant to be seen as
    /// <c>{\textbraceleft}</c>: BibTeX counts every brace, also behind a backslash, and LaTeX shows none.
    /// </summary>
    public static string Text(string text)
    {
        if (!text.AsSpan().ContainsAny(Signs))
            return text;
        var paired = PairedBraces(text);
        var output = new StringBuilder(text.Length + 16);
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (c is '{' or '}')
                output.Append(paired[i] ? c.ToString() : c == '{' ? "{\\textbraceleft}" : "{\\textbraceright}");
            else if (c == '\\' && i + 1 < text.Length)
                i = Escape(text, i, paired, output);
            else if (c == '\\')
                // The text's last sign would escape the brace that closes the field.
                output.Append("{\\textbackslash}");
            else if (c == '$' && MathSpans.TryFind(text, i, text.Length, out _, out var next) && IsWhole(text, i, next, paired))
                i = Copy(text, i, next, output);
            else if (c is '%' or '&' or '#' or '_' or '$')
                output.Append("{\\").Append(c).Append('}');
            else if (c == '^')
                output.Append("{\\textasciicircum}");
            else
                output.Append(c);
        }

        return output.ToString();
    }

    /// <summary>A name; one that BibTeX would take apart goes into braces.</summary>
    public static string Name(string name)
    {
        var text = Text(name);
        var apart = name.Contains(',') || $" {name} ".Contains(" and ", StringComparison.OrdinalIgnoreCase) ||
            name.Equals("others", StringComparison.OrdinalIgnoreCase);
        return apart ? $"{{{text}}}" : text;
    }

    /// <summary>Addresses know no LaTeX; braces and backslashes do not occur in valid ones.</summary>
    public static string Address(string address) =>
        address.Replace("{", "%7B", StringComparison.Ordinal).Replace("}", "%7D", StringComparison.Ordinal).Replace("\\", "%5C", StringComparison.Ordinal);

    private static int Escape(string text, int i, bool[] paired, StringBuilder output)
    {
        var next = text[i + 1];
        if (next is '{' or '}' && !paired[i + 1])
            output.Append(next == '{' ? "{\\lbrace}" : "{\\rbrace}");
        else
            output.Append('\\').Append(next);
        return i + 1;
    }

    private static int Copy(string text, int start, int end, StringBuilder output)
    {
        output.Append(text, start, end - start);
        return end - 1;
    }

    private static bool IsWhole(string text, int start, int end, bool[] paired)
    {
        for (var i = start; i < end; i++)
        {
            if (text[i] is '{' or '}' && !paired[i])
                return false;
        }

        return true;
    }

    /// <summary>Whether the brace at each place has its counterpart, counted as BibTeX does, and groups.</summary>
    private static bool[] PairedBraces(string text)
    {
        var paired = new bool[text.Length];
        var open = new Stack<int>();
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '{')
                open.Push(i);
            else if (text[i] == '}' && open.TryPop(out var start))
                paired[start] = paired[i] = (start > 0 && text[start - 1] == '\\') || LatexGroups.IsGroup(text, start, i);
        }

        return paired;
    }
}
