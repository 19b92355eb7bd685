using System.Text.Json.Serialization;

namespace PaperBot.Slack.Blocks;

/// <summary>One block of a message or a view. See https://docs.slack.dev/reference/block-kit/blocks.</summary>
[JsonDerivedType(typeof(ActionsBlock))]
[JsonDerivedType(typeof(ContextBlock))]
[JsonDerivedType(typeof(ContextActionsBlock))]
[JsonDerivedType(typeof(DividerBlock))]
[JsonDerivedType(typeof(HeaderBlock))]
[JsonDerivedType(typeof(ImageBlock))]
[JsonDerivedType(typeof(InputBlock))]
[JsonDerivedType(typeof(MarkdownBlock))]
[JsonDerivedType(typeof(RichTextBlock))]
[JsonDerivedType(typeof(SectionBlock))]
[JsonDerivedType(typeof(TableBlock))]
public abstract record Block
{
    private protected Block(string type) => Type = type;

    /// <summary>As Slack names it.</summary>
    [JsonPropertyOrder(-1)]
    public string Type { get; }

    /// <summary>Up to 255 characters, unique in its message; Slack makes one up when it is null.</summary>
    public string? BlockId { get; init => field = Limit.OptionalText(value, 255); }
}

/// <summary>
/// Text, up to ten short fields in two columns, and one element beside them. See https://docs.slack.dev/reference/block-kit/blocks/section-block.
/// </summary>
public sealed record SectionBlock() : Block("section")
{
    /// <summary>From 1 to 3,000 characters; may be null only when there are fields.</summary>
    public TextObject? Text { get; init => field = Limit.OptionalText(value, 3000); }

    /// <summary>From 1 to 10, each of up to 2,000 characters.</summary>
    public IReadOnlyList<TextObject>? Fields
    {
        get;
        init
        {
            field = Limit.OptionalCount(value, 1, 10);
            foreach (var text in value ?? [])
                Limit.Text(text, 2000);
        }
    }

    /// <summary>Shown at the right.</summary>
    public BlockElement? Accessory { get; init; }

    /// <summary>True shows a long text whole, without "see more".</summary>
    public bool? Expand { get; init; }
}

/// <summary>A line across. See https://docs.slack.dev/reference/block-kit/blocks/divider-block.</summary>
public sealed record DividerBlock() : Block("divider");

/// <summary>A large line of text. See https://docs.slack.dev/reference/block-kit/blocks/header-block.</summary>
public sealed record HeaderBlock() : Block("header")
{
    /// <summary>From 1 to 150 characters.</summary>
    public required PlainText Text { get; init => field = Limit.Text(value, 150); }
}

/// <summary>Small grey text and images. See https://docs.slack.dev/reference/block-kit/blocks/context-block.</summary>
public sealed record ContextBlock() : Block("context")
{
    /// <summary>From 1 to 10 texts and images.</summary>
    public required IReadOnlyList<IContextElement> Elements { get; init => field = Limit.Count(value, 1, 10); }
}

/// <summary>What a context block can hold: a <see cref="TextObject"/> or an <see cref="ImageElement"/>.</summary>
[JsonDerivedType(typeof(PlainText))]
[JsonDerivedType(typeof(Mrkdwn))]
[JsonDerivedType(typeof(ImageElement))]
#pragma warning disable CA1040 // It is a closed choice, not a contract.
public interface IContextElement;
#pragma warning restore CA1040

/// <summary>Buttons and menus. See https://docs.slack.dev/reference/block-kit/blocks/actions-block.</summary>
public sealed record ActionsBlock() : Block("actions")
{
    /// <summary>From 1 to 25.</summary>
    public required IReadOnlyList<BlockElement> Elements { get; init => field = Limit.Count(value, 1, 25); }
}

/// <summary>Feedback and icon buttons under an answer. See https://docs.slack.dev/reference/block-kit/blocks/context-actions-block.</summary>
public sealed record ContextActionsBlock() : Block("context_actions")
{
    /// <summary>From 1 to 5.</summary>
    public required IReadOnlyList<BlockElement> Elements { get; init => field = Limit.Count(value, 1, 5); }
}

/// <summary>A picture. See https://docs.slack.dev/reference/block-kit/blocks/image-block.</summary>
public sealed record ImageBlock() : Block("image")
{
    /// <summary>A public https address of up to 3,000 characters; null when <see cref="SlackFile"/> is given.</summary>
    public string? ImageUrl { get; init => field = Limit.OptionalText(value, 3000); }

    /// <summary>A file that Slack already has.</summary>
    public SlackFileReference? SlackFile { get; init; }

    /// <summary>What the picture shows, for those who do not see it; up to 2,000 characters.</summary>
    public required string AltText { get; init => field = Limit.Text(value, 2000); }

    /// <summary>Up to 2,000 characters.</summary>
    public PlainText? Title { get; init => field = Limit.OptionalText(value, 2000); }
}

/// <summary>A file in Slack. See https://docs.slack.dev/reference/block-kit/composition-objects/slack-file-object.</summary>
/// <param name="Id">The file's id.</param>
public sealed record SlackFileReference(string Id);

/// <summary>A question of a form with its field. See https://docs.slack.dev/reference/block-kit/blocks/input-block.</summary>
public sealed record InputBlock() : Block("input")
{
    /// <summary>From 1 to 2,000 characters.</summary>
    public required PlainText Label { get; init => field = Limit.Text(value, 2000); }

    /// <summary>The field itself.</summary>
    public required BlockElement Element { get; init; }

    /// <summary>Up to 2,000 characters under the field.</summary>
    public PlainText? Hint { get; init => field = Limit.OptionalText(value, 2000); }

    /// <summary>Whether the field may stay empty.</summary>
    public bool? Optional { get; init; }

    /// <summary>Whether each change is sent as a block action.</summary>
    public bool? DispatchAction { get; init; }
}

/// <summary>Text in common Markdown. See https://docs.slack.dev/reference/block-kit/blocks/markdown-block.</summary>
public sealed record MarkdownBlock() : Block("markdown")
{
    /// <summary>From 1 to 12,000 characters; all markdown blocks of a message together take no more.</summary>
    public required string Text { get; init => field = Limit.Text(value, 12_000); }
}
