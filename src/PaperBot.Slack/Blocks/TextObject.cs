using System.Text.Json.Serialization;

namespace PaperBot.Slack.Blocks;

/// <summary>A piece of text in a block. See https://docs.slack.dev/reference/block-kit/composition-objects/text-object.</summary>
[JsonDerivedType(typeof(PlainText))]
[JsonDerivedType(typeof(Mrkdwn))]
public abstract record TextObject : IContextElement
{
    private protected TextObject(string type, string text) => (Type, Text) = (type, text);

    /// <summary>As Slack names it.</summary>
    [JsonPropertyOrder(-1)]
    public string Type { get; }

    /// <summary>From 1 to 3,000 characters; most places take fewer.</summary>
    /// <exception cref="ArgumentException">The text is empty or too long.</exception>
    public string Text { get; init => field = Limit.Text(value, 3000); }
}

/// <summary>Text that Slack shows as it is, but for emoji.</summary>
public sealed record PlainText(string Text) : TextObject("plain_text", Text)
{
    /// <summary>Whether <c>:colons:</c> become emoji; Slack's default is that they do.</summary>
    public bool? Emoji { get; init; }

    /// <summary>Text is plain where nothing else is said.</summary>
    /// <param name="text">What to show.</param>
    public static implicit operator PlainText(string text) => new(text);
}

/// <summary>
/// Text in Slack's own markup: <c>*bold*</c>, <c>_italic_</c>, <c>&lt;https://…|label&gt;</c>. What comes from elsewhere is escaped first with
/// <see cref="SlackText.Escape"/>.
/// </summary>
public sealed record Mrkdwn(string Text) : TextObject("mrkdwn", Text)
{
    /// <summary>True leaves addresses and channel names as they are typed.</summary>
    public bool? Verbatim { get; init; }
}
