using System.Text.Json.Serialization;

namespace PaperBot.Slack.Blocks;

/// <summary>Text with structure, as people type it. See https://docs.slack.dev/reference/block-kit/blocks/rich-text-block.</summary>
public sealed record RichTextBlock() : Block("rich_text")
{
    /// <summary>From 1 to 100.</summary>
    public required IReadOnlyList<RichTextElement> Elements { get; init => field = Limit.Count(value, 1, 100); }
}

/// <summary>A paragraph, a list, a quote or a piece of code.</summary>
[JsonDerivedType(typeof(RichTextSection))]
[JsonDerivedType(typeof(RichTextQuote))]
[JsonDerivedType(typeof(RichTextPreformatted))]
[JsonDerivedType(typeof(RichTextList))]
public abstract record RichTextElement
{
    private protected RichTextElement(string type) => Type = type;

    /// <summary>As Slack names it.</summary>
    [JsonPropertyOrder(-1)]
    public string Type { get; }
}

/// <summary>A paragraph.</summary>
/// <param name="Elements">Its runs of text and links.</param>
public sealed record RichTextSection(IReadOnlyList<RichTextPart> Elements) : RichTextElement("rich_text_section");

/// <summary>A quotation.</summary>
/// <param name="Elements">Its runs of text and links.</param>
public sealed record RichTextQuote(IReadOnlyList<RichTextPart> Elements) : RichTextElement("rich_text_quote");

/// <summary>Text in a fixed pitch, line breaks kept.</summary>
/// <param name="Elements">Its runs of text and links.</param>
public sealed record RichTextPreformatted(IReadOnlyList<RichTextPart> Elements) : RichTextElement("rich_text_preformatted");

/// <summary>A list.</summary>
/// <param name="Elements">One paragraph an item.</param>
/// <param name="Style"><c>bullet</c> or <c>ordered</c>.</param>
public sealed record RichTextList(IReadOnlyList<RichTextSection> Elements, string Style) : RichTextElement("rich_text_list");

/// <summary>A run of text or a link.</summary>
[JsonDerivedType(typeof(RichText))]
[JsonDerivedType(typeof(RichTextLink))]
public abstract record RichTextPart
{
    private protected RichTextPart(string type) => Type = type;

    /// <summary>As Slack names it.</summary>
    [JsonPropertyOrder(-1)]
    public string Type { get; }

    /// <summary>Null is plain.</summary>
    public RichTextStyle? Style { get; init; }
}

/// <summary>Text as it is.</summary>
/// <param name="Text">What is shown; nothing in it is markup.</param>
public sealed record RichText(string Text) : RichTextPart("text");

/// <summary>A link.</summary>
/// <param name="Url">An absolute address.</param>
/// <param name="Text">What is shown; null shows the address.</param>
public sealed record RichTextLink(string Url, string? Text = null) : RichTextPart("link");

/// <summary>How a run of text is set.</summary>
public sealed record RichTextStyle
{
    /// <summary>Bold.</summary>
    public bool? Bold { get; init; }

    /// <summary>Italic.</summary>
    public bool? Italic { get; init; }

    /// <summary>In a fixed pitch.</summary>
    public bool? Code { get; init; }
}
