namespace PaperBot.Slack;

/// <summary>Text as Slack's markup takes it.</summary>
public static class SlackText
{
    /// <summary>Escapes <c>&amp;</c>, <c>&lt;</c> and <c>&gt;</c>, and nothing else. See https://docs.slack.dev/messaging/formatting-message-text#escaping.</summary>
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
}
