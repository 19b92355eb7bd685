using System.Text.Json.Serialization;

namespace PaperBot.Slack.Blocks;

/// <summary>Something in a block that a person sees or uses. See https://docs.slack.dev/reference/block-kit/block-elements.</summary>
[JsonDerivedType(typeof(Button))]
[JsonDerivedType(typeof(Checkboxes))]
[JsonDerivedType(typeof(FeedbackButtons))]
[JsonDerivedType(typeof(IconButton))]
[JsonDerivedType(typeof(ImageElement))]
[JsonDerivedType(typeof(OverflowMenu))]
[JsonDerivedType(typeof(PlainTextInput))]
[JsonDerivedType(typeof(RadioButtons))]
[JsonDerivedType(typeof(StaticSelect))]
[JsonDerivedType(typeof(MultiStaticSelect))]
[JsonDerivedType(typeof(ExternalSelect))]
[JsonDerivedType(typeof(MultiExternalSelect))]
[JsonDerivedType(typeof(ConversationsSelect))]
[JsonDerivedType(typeof(MultiUsersSelect))]
public abstract record BlockElement
{
    private protected BlockElement(string type) => Type = type;

    /// <summary>As Slack names it.</summary>
    [JsonPropertyOrder(-1)]
    public string Type { get; }
}

/// <summary>An element that sends a block action, or a value of a form, under its <see cref="ActionId"/>.</summary>
public abstract record ActionElement : BlockElement
{
    private protected ActionElement(string type)
        : base(type)
    {
    }

    /// <summary>
    /// From 1 to 255 characters, unique in its message. A handler registered for <c>show</c> also gets <c>show:2</c>: what stands behind the colon
    /// keeps several buttons apart.
    /// </summary>
    public required string ActionId { get; init => field = Limit.Text(value, 255); }
}

/// <summary>A button. See https://docs.slack.dev/reference/block-kit/block-elements/button-element.</summary>
public sealed record Button() : ActionElement("button")
{
    /// <summary>From 1 to 75 characters; Slack may cut it after about 30.</summary>
    public required PlainText Text { get; init => field = Limit.Text(value, 75); }

    /// <summary>Up to 2,000 characters that come back with the click.</summary>
    public string? Value { get; init => field = Limit.OptionalText(value, 2000); }

    /// <summary>An address of up to 3,000 characters that a click opens; the action is sent as well.</summary>
    public string? Url { get; init => field = Limit.OptionalText(value, 3000); }

    /// <summary><c>primary</c> or <c>danger</c>; null is plain.</summary>
    public string? Style { get; init; }

    /// <summary>For screen readers instead of the text; up to 75 characters.</summary>
    public string? AccessibilityLabel { get; init => field = Limit.OptionalText(value, 75); }

    /// <summary>Asks before the click is sent.</summary>
    public ConfirmationDialog? Confirm { get; init; }
}

/// <summary>Asks whether it is meant. See https://docs.slack.dev/reference/block-kit/composition-objects/confirmation-dialog-object.</summary>
public sealed record ConfirmationDialog
{
    /// <summary>From 1 to 100 characters.</summary>
    public required PlainText Title { get; init => field = Limit.Text(value, 100); }

    /// <summary>From 1 to 300 characters.</summary>
    public required PlainText Text { get; init => field = Limit.Text(value, 300); }

    /// <summary>From 1 to 30 characters.</summary>
    public required PlainText Confirm { get; init => field = Limit.Text(value, 30); }

    /// <summary>From 1 to 30 characters.</summary>
    public required PlainText Deny { get; init => field = Limit.Text(value, 30); }
}

/// <summary>Thumbs up and down. See https://docs.slack.dev/reference/block-kit/block-elements/feedback-buttons-element.</summary>
public sealed record FeedbackButtons() : ActionElement("feedback_buttons")
{
    /// <summary>The good one.</summary>
    public required FeedbackButton PositiveButton { get; init; }

    /// <summary>The bad one.</summary>
    public required FeedbackButton NegativeButton { get; init; }
}

/// <summary>One of the two feedback buttons.</summary>
public sealed record FeedbackButton
{
    /// <summary>From 1 to 75 characters.</summary>
    public required PlainText Text { get; init => field = Limit.Text(value, 75); }

    /// <summary>From 1 to 2,000 characters that come back with the click.</summary>
    public required string Value { get; init => field = Limit.Text(value, 2000); }

    /// <summary>For screen readers; up to 75 characters.</summary>
    public string? AccessibilityLabel { get; init => field = Limit.OptionalText(value, 75); }
}

/// <summary>A small button with a picture only. See https://docs.slack.dev/reference/block-kit/block-elements/icon-button-element.</summary>
public sealed record IconButton() : ActionElement("icon_button")
{
    /// <summary>The name of the picture; <c>trash</c> is what Slack has.</summary>
    public required string Icon { get; init; }

    /// <summary>From 1 to 75 characters.</summary>
    public required PlainText Text { get; init => field = Limit.Text(value, 75); }

    /// <summary>Up to 2,000 characters that come back with the click.</summary>
    public string? Value { get; init => field = Limit.OptionalText(value, 2000); }

    /// <summary>For screen readers instead of the text; up to 75 characters.</summary>
    public string? AccessibilityLabel { get; init => field = Limit.OptionalText(value, 75); }
}

/// <summary>A small picture. See https://docs.slack.dev/reference/block-kit/block-elements/image-element.</summary>
public sealed record ImageElement(string ImageUrl, string AltText) : BlockElement("image"), IContextElement
{
    /// <summary>A public https address of up to 3,000 characters.</summary>
    public string ImageUrl { get; init => field = Limit.Text(value, 3000); } = ImageUrl;

    /// <summary>What the picture shows, in 1 to 2,000 characters.</summary>
    public string AltText { get; init => field = Limit.Text(value, 2000); } = AltText;
}

/// <summary>A line or a box to type in. See https://docs.slack.dev/reference/block-kit/block-elements/plain-text-input-element.</summary>
public sealed record PlainTextInput() : ActionElement("plain_text_input")
{
    /// <summary>True is a box of several lines.</summary>
    public bool? Multiline { get; init; }

    /// <summary>Up to 3,000 characters that stand in it at first.</summary>
    public string? InitialValue { get; init => field = Limit.OptionalText(value, 3000); }

    /// <summary>Up to 150 characters.</summary>
    public PlainText? Placeholder { get; init => field = Limit.OptionalText(value, 150); }

    /// <summary>0 to 3,000 characters.</summary>
    public int? MinLength { get; init => field = value is { } length ? Limit.Range(length, 0, 3000) : null; }

    /// <summary>1 to 3,000 characters.</summary>
    public int? MaxLength { get; init => field = value is { } length ? Limit.Range(length, 1, 3000) : null; }
}
