using System.Text;

namespace PaperBot.Papers;

/// <summary>Addresses in the middle of LaTeX, where tildes, dashes and underscores mean themselves.</summary>
internal static class LatexAddress
{
    public static bool IsAt(LatexSource source, int i, int end)
    {
        var rest = source.Text.AsSpan(i, end - i);
        return rest.StartsWith("https://") || rest.StartsWith("http://");
    }

    public static int Read(LatexSource source, int i, int end, StringBuilder output)
    {
        var last = i;
        while (last < end && !char.IsWhiteSpace(source.Text[last]) && source.Text[last] is not ('{' or '}' or '<' or '>' or '"' or '$'))
        {
            if (source.Text[last] == '\\' && last + 1 < end && char.IsAsciiLetter(source.Text[last + 1]))
                break;
            last++;
        }

        Copy(source, i, last, output);
        return last;
    }

    /// <summary>An address as typed, but for the backslashes that LaTeX asks for.</summary>
    public static void Copy(LatexSource source, int start, int end, StringBuilder output)
    {
        for (var i = start; i < end; i++)
        {
            if (source.Text[i] != '\\' || i + 1 >= end || char.IsAsciiLetterOrDigit(source.Text[i + 1]))
                output.Append(source.Text[i]);
        }
    }
}
