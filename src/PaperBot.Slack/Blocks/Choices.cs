namespace PaperBot.Slack.Blocks;

/// <summary>One choice of a menu or a group of boxes. See https://docs.slack.dev/reference/block-kit/composition-objects/option-object.</summary>
public sealed record Option
{
    /// <summary>From 1 to 75 characters. Markup is for boxes and radio buttons only.</summary>
    public required TextObject Text { get; init => field = Limit.Text(value, 75); }

    /// <summary>From 1 to 150 characters that come back when it is chosen.</summary>
    public required string Value { get; init => field = Limit.Text(value, 150); }

    /// <summary>Up to 75 characters under the text.</summary>
    public TextObject? Description { get; init => field = Limit.OptionalText(value, 75); }
}

/// <summary>Boxes to tick, up to 10. See https://docs.slack.dev/reference/block-kit/block-elements/checkboxes-element.</summary>
public sealed record Checkboxes() : ActionElement("checkboxes")
{
    /// <summary>From 1 to 10.</summary>
    public required IReadOnlyList<Option> Options { get; init => field = Limit.Count(value, 1, 10); }

    /// <summary>Up to 10 that are ticked at first; null is none.</summary>
    public IReadOnlyList<Option>? InitialOptions { get; init => field = Limit.OptionalCount(value, 1, 10); }
}

/// <summary>One of several. See https://docs.slack.dev/reference/block-kit/block-elements/radio-button-group-element.</summary>
public sealed record RadioButtons() : ActionElement("radio_buttons")
{
    /// <summary>From 1 to 10.</summary>
    public required IReadOnlyList<Option> Options { get; init => field = Limit.Count(value, 1, 10); }

    /// <summary>Chosen at first.</summary>
    public Option? InitialOption { get; init; }
}

/// <summary>The menu behind three dots. See https://docs.slack.dev/reference/block-kit/block-elements/overflow-menu-element.</summary>
public sealed record OverflowMenu() : ActionElement("overflow")
{
    /// <summary>From 1 to 5.</summary>
    public required IReadOnlyList<Option> Options { get; init => field = Limit.Count(value, 1, 5); }
}

/// <summary>A menu. See https://docs.slack.dev/reference/block-kit/block-elements/select-menu-element#static_select.</summary>
public sealed record StaticSelect() : ActionElement("static_select")
{
    /// <summary>From 1 to 100.</summary>
    public required IReadOnlyList<Option> Options { get; init => field = Limit.Count(value, 1, 100); }

    /// <summary>Chosen at first.</summary>
    public Option? InitialOption { get; init; }

    /// <summary>Up to 150 characters.</summary>
    public PlainText? Placeholder { get; init => field = Limit.OptionalText(value, 150); }
}

/// <summary>
/// A menu to choose several from. See https://docs.slack.dev/reference/block-kit/block-elements/multi-select-menu-element#static_multi_select.
/// </summary>
public sealed record MultiStaticSelect() : ActionElement("multi_static_select")
{
    /// <summary>From 1 to 100.</summary>
    public required IReadOnlyList<Option> Options { get; init => field = Limit.Count(value, 1, 100); }

    /// <summary>Up to 100 that are chosen at first; null is none.</summary>
    public IReadOnlyList<Option>? InitialOptions { get; init => field = Limit.OptionalCount(value, 1, 100); }

    /// <summary>How many may be chosen, from 1 to 100; null is no bound.</summary>
    public int? MaxSelectedItems { get; init => field = value is { } most ? Limit.Range(most, 1, 100) : null; }

    /// <summary>Up to 150 characters.</summary>
    public PlainText? Placeholder { get; init => field = Limit.OptionalText(value, 150); }
}

/// <summary>
/// A menu that asks an <see cref="Interaction.IBlockOptionProvider"/> while a person types. See
/// https://docs.slack.dev/reference/block-kit/block-elements/select-menu-element#external_select.
/// </summary>
public sealed record ExternalSelect() : ActionElement("external_select")
{
    /// <summary>How many characters are typed before it asks, from 0 to 100; Slack's default is 3.</summary>
    public int? MinQueryLength { get; init => field = value is { } length ? Limit.Range(length, 0, 100) : null; }

    /// <summary>Chosen at first.</summary>
    public Option? InitialOption { get; init; }

    /// <summary>Up to 150 characters.</summary>
    public PlainText? Placeholder { get; init => field = Limit.OptionalText(value, 150); }
}

/// <summary>
/// The same for several. See https://docs.slack.dev/reference/block-kit/block-elements/multi-select-menu-element#external_multi_select.
/// </summary>
public sealed record MultiExternalSelect() : ActionElement("multi_external_select")
{
    /// <summary>How many characters are typed before it asks, from 0 to 100; Slack's default is 3.</summary>
    public int? MinQueryLength { get; init => field = value is { } length ? Limit.Range(length, 0, 100) : null; }

    /// <summary>Up to 100 that are chosen at first; null is none.</summary>
    public IReadOnlyList<Option>? InitialOptions { get; init => field = Limit.OptionalCount(value, 1, 100); }

    /// <summary>How many may be chosen, from 1 to 100; null is no bound.</summary>
    public int? MaxSelectedItems { get; init => field = value is { } most ? Limit.Range(most, 1, 100) : null; }

    /// <summary>Up to 150 characters.</summary>
    public PlainText? Placeholder { get; init => field = Limit.OptionalText(value, 150); }
}

/// <summary>
/// A menu of channels and conversations. See https://docs.slack.dev/reference/block-kit/block-elements/select-menu-element#conversations_select.
/// </summary>
public sealed record ConversationsSelect() : ActionElement("conversations_select")
{
    /// <summary>The id of the one chosen at first.</summary>
    public string? InitialConversation { get; init; }

    /// <summary>Whether the conversation from which the view was opened is chosen at first.</summary>
    public bool? DefaultToCurrentConversation { get; init; }

    /// <summary>Whether the chosen one gets a <c>response_url</c>; in modals' input blocks only.</summary>
    public bool? ResponseUrlEnabled { get; init; }

    /// <summary>Which are offered; null is all.</summary>
    public ConversationFilter? Filter { get; init; }

    /// <summary>Up to 150 characters.</summary>
    public PlainText? Placeholder { get; init => field = Limit.OptionalText(value, 150); }
}

/// <summary>
/// A menu to choose several people from. See https://docs.slack.dev/reference/block-kit/block-elements/multi-select-menu-element#users_multi_select.
/// </summary>
public sealed record MultiUsersSelect() : ActionElement("multi_users_select")
{
    /// <summary>The ids of up to 100 chosen at first; null is nobody.</summary>
    public IReadOnlyList<string>? InitialUsers { get; init => field = Limit.OptionalCount(value, 1, 100); }

    /// <summary>How many may be chosen, from 1 to 100; null is no bound.</summary>
    public int? MaxSelectedItems { get; init => field = value is { } most ? Limit.Range(most, 1, 100) : null; }

    /// <summary>Up to 150 characters.</summary>
    public PlainText? Placeholder { get; init => field = Limit.OptionalText(value, 150); }
}

/// <summary>See https://docs.slack.dev/reference/block-kit/composition-objects/conversation-filter-object.</summary>
public sealed record ConversationFilter
{
    /// <summary>From 1 to 4 of <c>im</c>, <c>mpim</c>, <c>private</c>, <c>public</c>.</summary>
    public IReadOnlyList<string>? Include { get; init => field = Limit.OptionalCount(value, 1, 4); }

    /// <summary>Whether conversations with bots are left out.</summary>
    public bool? ExcludeBotUsers { get; init; }
}
