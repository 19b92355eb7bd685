namespace PaperBot.Bot.Rendering;

/// <summary>Text that fits.</summary>
internal static class Shortened
{
    /// <summary>The text, or as many whole words of it as fit with an ellipsis behind them.</summary>
    /// <param name="most">Characters, the ellipsis included.</param>
    public static string To(string text, int most)
    {
        if (text.Length <= most)
            return text;
        var end = most - 1;
        var space = text.LastIndexOf(' ', end);
        // A text without spaces is cut where it must be, but never through a character.
        end = space > most / 2 ? space : char.IsHighSurrogate(text[end - 1]) ? end - 1 : end;
        return string.Concat(text.AsSpan(0, end).TrimEnd(), "…");
    }
}
