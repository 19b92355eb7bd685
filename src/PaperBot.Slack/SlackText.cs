namespace PaperBot.Slack;

/// <summary>Text as Slack's markup takes it. Lengths are in UTF-16 code units, which is no less than what Slack counts.</summary>
public static class SlackText
{
    /// <summary>
    /// Escapes <c>&amp;</c>, <c>&lt;</c> and <c>&gt;</c>, and nothing else. See https://docs.slack.dev/messaging/formatting-message-text#escaping.
    /// </summary>
    /// <param name="text">Any text.</param>
    public static string Escape(string text) => text
        .Replace("&", "&amp;", StringComparison.Ordinal)
        .Replace("<", "&lt;", StringComparison.Ordinal)
        .Replace(">", "&gt;", StringComparison.Ordinal);

    /// <summary>The opposite of <see cref="Escape"/>.</summary>
    /// <param name="text">Text from Slack.</param>
    public static string Unescape(string text) => text
        .Replace("&lt;", "<", StringComparison.Ordinal)
        .Replace("&gt;", ">", StringComparison.Ordinal)
        .Replace("&amp;", "&", StringComparison.Ordinal);

    /// <summary>
    /// Cuts a text into parts that fit, after paragraphs where that leaves no part less than half full, otherwise after sentences, lines or words.
    /// It never cuts inside a link (<c>&lt;…&gt;</c>), an entity (<c>&amp;amp;</c>) or what a reader sees as one character, unless that alone is
    /// longer than a part.
    /// White space around a cut goes away; nothing else does.
    /// </summary>
    /// <param name="text">Any text; it may have Slack's markup.</param>
    /// <param name="most">The characters of one part, at least 2.</param>
    /// <returns>The parts in order, none of them blank; none for a blank text.</returns>
    public static IReadOnlyList<string> Split(string text, int most)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(most, 2);
        var parts = new List<string>();
        for (var start = TextCut.SkipBlank(text, 0); start < text.Length;)
        {
            var end = TextCut.Split(text, start, most);
            parts.Add(text[start..end].TrimEnd());
            start = TextCut.SkipBlank(text, end);
        }

        return parts;
    }

    /// <summary>The text when it fits; otherwise as many whole words as fit, and an ellipsis. It cuts as carefully as <see cref="Split"/>.</summary>
    /// <param name="text">Any text; it may have Slack's markup.</param>
    /// <param name="most">The characters that it may have with its ellipsis, at least 3.</param>
    public static string Shorten(string text, int most)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(most, 3);
        return text.Length <= most ? text : text[..TextCut.Shorten(text, most - 1)].TrimEnd() + "…";
    }
}
