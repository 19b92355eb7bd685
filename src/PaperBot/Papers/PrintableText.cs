using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace PaperBot.Papers;

/// <summary>
/// Text from papers and people, made safe to print: a title with an escape sequence in it must not recolour the terminal, retitle its
/// window or move its cursor, and a direction override must not make a link read as another.
/// </summary>
internal static partial class PrintableText
{
    /// <summary>The text on one line.</summary>
    public static string Line(string text) => Strip(text.ReplaceLineEndings("\n"), ' ').Trim();

    /// <summary>The text with its line breaks.</summary>
    public static string Block(string text) => Strip(text.ReplaceLineEndings("\n"), '\n');

    private static string Strip(string text, char lineBreak)
    {
        if (!text.Any(IsUnsafe))
            return text;
        var safe = new StringBuilder(text.Length);
        foreach (var c in EscapeSequence().Replace(text, ""))
        {
            if (!IsUnsafe(c))
                safe.Append(c);
            else if (c == '\n')
                safe.Append(lineBreak);
            else if (c == '\t')
                safe.Append(' ');
        }

        return safe.ToString();
    }

    // Cc is C0, DEL and C1. The others override the direction of text (https://www.unicode.org/reports/tr9/#Directional_Formatting_Characters).
    internal static bool IsUnsafe(char c) =>
        char.IsControl(c) || c is >= '\u202A' and <= '\u202E' or >= '\u2066' and <= '\u2069'
        || char.GetUnicodeCategory(c) is UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator;

    // Control sequences, and strings up to their end (ECMA-48, 5.4 and 5.6); what is left of a broken one loses its escape above.
    [GeneratedRegex(@"(?:\x1B\[|\x9B)[0-?]*[ -/]*[@-~]|(?:\x1B[\]PX^_]|[\x90\x98\x9D-\x9F])[^\x07\x1B\x9C]*(?:\x07|\x1B\\|\x9C)")]
    private static partial Regex EscapeSequence();
}
