using System.Text;

namespace PaperBot.Ingestion.Sources;

/// <summary>What every text of a record goes through, and what it may at most be.</summary>
internal static class SourceText
{
    /// <summary>Characters. The longest title on arXiv is about a third of it.</summary>
    public const int LongestTitle = 1_000;

    /// <summary>Characters. An abstract is some thousand; longer texts are whole papers.</summary>
    public const int LongestAbstract = 50_000;

    /// <summary>White space and control characters folded to one space, none at the ends.</summary>
    public static string Fold(string text)
    {
        if (IsFolded(text))
            return text;
        var folded = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            if (!IsGap(c))
                folded.Append(c);
            else if (folded.Length > 0 && folded[^1] != ' ')
                folded.Append(' ');
        }

        if (folded.Length > 0 && folded[^1] == ' ')
            folded.Length--;
        return folded.ToString();
    }

    /// <summary>Why a paper with these texts is not taken, or null when it is. Both texts are folded.</summary>
    public static string? Objection(string title, string summary) =>
        title.Length == 0 ? "There is no title."
        : title.Length > LongestTitle ? "The title is longer than 1,000 characters."
        : summary.Length > LongestAbstract ? "The abstract is longer than 50,000 characters."
        : null;

    private static bool IsGap(char c) => char.IsWhiteSpace(c) || char.IsControl(c) || c == '\uFEFF';

    private static bool IsFolded(string text)
    {
        var gap = true;
        foreach (var c in text)
        {
            if (IsGap(c) && (gap || c != ' '))
                return false;
            gap = c == ' ';
        }

        return text.Length == 0 || !gap;
    }
}
