using System.Buffers;

namespace PaperBot.Papers;

/// <summary>LaTeX as people read it. The library keeps what the source wrote; this is for display, comparison and search.</summary>
internal static class LatexText
{
    private static readonly SearchValues<char> Marks = SearchValues.Create("\\${}~`");

    /// <summary>
    /// The text in Unicode: <c>$O(n^2)$</c> gives O(n²), <c>Erd\H{o}s</c> gives Erdős. Text without LaTeX comes back as the same string.
    /// Carets and underscores mean something in mathematics only; <c>file_name</c> and dollar amounts stay as they are.
    /// Takes time linear in the text, whatever the text.
    /// </summary>
    public static string ToReadable(string text) =>
        text.AsSpan().ContainsAny(Marks) || text.Contains("--", StringComparison.Ordinal) ? new LatexReader(text).Read() : text;
}
