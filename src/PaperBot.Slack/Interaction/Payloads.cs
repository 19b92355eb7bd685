using System.Collections.ObjectModel;
using System.Text.Json;

namespace PaperBot.Slack.Interaction;

/// <summary>A slash command as typed. See https://docs.slack.dev/interactivity/implementing-slash-commands.</summary>
public sealed record SlashCommand
{
    /// <summary>With its slash: <c>/name</c>.</summary>
    public string Command { get => field ?? ""; init; }

    /// <summary>What stands behind the command; people and channels are escaped when the manifest says so.</summary>
    public string Text { get => field ?? ""; init; }

    /// <summary>Opens a view within 3 seconds, once.</summary>
    public string TriggerId { get => field ?? ""; init; }

    /// <summary>Takes 5 replies within 30 minutes.</summary>
    public string ResponseUrl { get => field ?? ""; init; }

    /// <summary>The person.</summary>
    public string UserId { get => field ?? ""; init; }

    /// <summary>Where it was typed.</summary>
    public string ChannelId { get => field ?? ""; init; }

    /// <summary><c>directmessage</c> and <c>privategroup</c> stand for conversations without a name.</summary>
    public string? ChannelName { get; init; }

    /// <summary>The workspace.</summary>
    public string TeamId { get => field ?? ""; init; }
}

/// <summary>A person or a channel in a payload.</summary>
public sealed record Named
{
    /// <summary>The id.</summary>
    public string Id { get => field ?? ""; init; }

    /// <summary>The name, where Slack says it.</summary>
    public string? Name { get; init; }
}

/// <summary>A message in a payload.</summary>
public sealed record PayloadMessage
{
    /// <summary>The message's id in its channel.</summary>
    public string Ts { get => field ?? ""; init; }

    /// <summary>The thread's first message; null outside of threads.</summary>
    public string? ThreadTs { get; init; }

    /// <summary>In Slack's markup.</summary>
    public string Text { get => field ?? ""; init; }

    /// <summary>Who wrote it.</summary>
    public string? User { get; init; }

    /// <summary>Set when an app wrote it.</summary>
    public string? BotId { get; init; }

    /// <summary>The message's blocks, as Slack keeps them.</summary>
    public JsonElement? Blocks { get; init; }

    /// <summary>The message's attachments with unfurled links, as Slack keeps them.</summary>
    public JsonElement? Attachments { get; init; }
}

/// <summary>Where an element was used.</summary>
public sealed record PayloadContainer
{
    /// <summary><c>message</c>, <c>message_attachment</c> or <c>view</c>.</summary>
    public string Type { get => field ?? ""; init; }

    /// <summary>The message; null in views.</summary>
    public string? MessageTs { get; init; }

    /// <summary>The thread of the message; null outside of threads.</summary>
    public string? ThreadTs { get; init; }

    /// <summary>The conversation; null in views.</summary>
    public string? ChannelId { get; init; }

    /// <summary>Whether only one person sees the message.</summary>
    public bool IsEphemeral { get; init; }
}

/// <summary>A view as it comes back.</summary>
public sealed record PayloadView
{
    /// <summary>The id, for updates.</summary>
    public string Id { get => field ?? ""; init; }

    /// <summary><c>modal</c> or <c>home</c>.</summary>
    public string Type { get => field ?? ""; init; }

    /// <summary>What the view was made with.</summary>
    public string CallbackId { get => field ?? ""; init; }

    /// <summary>What the view was made with.</summary>
    public string PrivateMetadata { get => field ?? ""; init; }

    /// <summary>Changes with each update; given back it keeps two updates apart.</summary>
    public string? Hash { get; init; }

    /// <summary>What is filled in.</summary>
    public ViewState State { get => field ?? new(); init; }
}

/// <summary>What is filled in, by block id and action id.</summary>
public sealed record ViewState
{
    /// <summary>By block id, then by action id.</summary>
    public IReadOnlyDictionary<string, IReadOnlyDictionary<string, BlockAction>> Values
    {
        get => field ?? ReadOnlyDictionary<string, IReadOnlyDictionary<string, BlockAction>>.Empty;
        init;
    }

    /// <returns>The field, wherever in the view it is; null when it is not there.</returns>
    /// <param name="actionId">The field's action id.</param>
    public BlockAction? Find(string actionId) =>
        Values.Values.Select(block => block.GetValueOrDefault(actionId)).FirstOrDefault(field => field is not null);
}

/// <summary>An option that was chosen.</summary>
public sealed record ChosenOption
{
    /// <summary>What the option was made with.</summary>
    public string Value { get => field ?? ""; init; }
}

/// <summary>One element that a person used, or one field of a view. Which properties are set goes by <see cref="Type"/>.</summary>
public sealed record BlockAction
{
    /// <summary>The element's type: <c>button</c>, <c>checkboxes</c>, <c>feedback_buttons</c>, …</summary>
    public string Type { get => field ?? ""; init; }

    /// <summary>What the element was made with.</summary>
    public string ActionId { get => field ?? ""; init; }

    /// <summary>The block it is in.</summary>
    public string BlockId { get => field ?? ""; init; }

    /// <summary>Of a button, of a feedback button and of a text field; null otherwise, and for an empty field.</summary>
    public string? Value { get; init; }

    /// <summary>Of a menu, an overflow menu or radio buttons; null when nothing is chosen.</summary>
    public ChosenOption? SelectedOption { get; init; }

    /// <summary>Of boxes and menus for several.</summary>
    public IReadOnlyList<ChosenOption> SelectedOptions { get => field ?? []; init; }

    /// <summary>Of a menu of conversations.</summary>
    public string? SelectedConversation { get; init; }

    /// <summary>Of a menu of people.</summary>
    public IReadOnlyList<string> SelectedUsers { get => field ?? []; init; }

    /// <summary>When it was used; tells two clicks on one button apart.</summary>
    public string? ActionTs { get; init; }
}

/// <summary>A click, or another use of an element. See https://docs.slack.dev/reference/interaction-payloads/block_actions-payload.</summary>
public sealed record BlockActionRequest
{
    /// <summary>The person.</summary>
    public Named User { get => field ?? new(); init; }

    /// <summary>The workspace.</summary>
    public Named? Team { get; init; }

    /// <summary>The conversation; null in views.</summary>
    public Named? Channel { get; init; }

    /// <summary>The message; null in views, and cut down for ephemeral messages.</summary>
    public PayloadMessage? Message { get; init; }

    /// <summary>Where the element is.</summary>
    public PayloadContainer Container { get => field ?? new(); init; }

    /// <summary>The view; null in messages.</summary>
    public PayloadView? View { get; init; }

    /// <summary>Opens a view within 3 seconds, once.</summary>
    public string TriggerId { get => field ?? ""; init; }

    /// <summary>Takes 5 replies within 30 minutes; null in views.</summary>
    public string? ResponseUrl { get; init; }

    /// <summary>What was used; one element, but for rare cases.</summary>
    public IReadOnlyList<BlockAction> Actions { get => field ?? []; init; }

    /// <summary>What is filled in, in messages with fields.</summary>
    public ViewState? State { get; init; }
}

/// <summary>A form that was sent. See https://docs.slack.dev/reference/interaction-payloads/view-interactions-payload.</summary>
public sealed record ViewSubmission
{
    /// <summary>The person.</summary>
    public Named User { get => field ?? new(); init; }

    /// <summary>The workspace.</summary>
    public Named? Team { get; init; }

    /// <summary>The view with what is filled in.</summary>
    public PayloadView View { get => field ?? new(); init; }

    /// <summary>Opens another view within 3 seconds, once.</summary>
    public string TriggerId { get => field ?? ""; init; }

    /// <summary>One for each menu of conversations that asked for it.</summary>
    public IReadOnlyList<ViewResponseUrl> ResponseUrls { get => field ?? []; init; }
}

/// <summary>Where the answer to a form may go.</summary>
public sealed record ViewResponseUrl
{
    /// <summary>Takes 5 replies within 30 minutes.</summary>
    public string ResponseUrl { get => field ?? ""; init; }

    /// <summary>The chosen conversation.</summary>
    public string ChannelId { get => field ?? ""; init; }
}

/// <summary>A shortcut on a message. See https://docs.slack.dev/reference/interaction-payloads/shortcuts-interaction-payload.</summary>
public sealed record MessageShortcut
{
    /// <summary>Which shortcut.</summary>
    public string CallbackId { get => field ?? ""; init; }

    /// <summary>The person.</summary>
    public Named User { get => field ?? new(); init; }

    /// <summary>The conversation.</summary>
    public Named Channel { get => field ?? new(); init; }

    /// <summary>The message.</summary>
    public PayloadMessage Message { get => field ?? new(); init; }

    /// <summary>Opens a view within 3 seconds, once.</summary>
    public string TriggerId { get => field ?? ""; init; }

    /// <summary>Takes 5 replies within 30 minutes.</summary>
    public string ResponseUrl { get => field ?? ""; init; }
}

/// <summary>
/// A shortcut from the search or the message box. See https://docs.slack.dev/reference/interaction-payloads/shortcuts-interaction-payload.
/// </summary>
public sealed record GlobalShortcut
{
    /// <summary>Which shortcut.</summary>
    public string CallbackId { get => field ?? ""; init; }

    /// <summary>The person.</summary>
    public Named User { get => field ?? new(); init; }

    /// <summary>Opens a view within 3 seconds, once.</summary>
    public string TriggerId { get => field ?? ""; init; }
}

/// <summary>A menu that asks for its options. See https://docs.slack.dev/reference/interaction-payloads/block_suggestion-payload.</summary>
public sealed record BlockOptionsRequest
{
    /// <summary>Which menu.</summary>
    public string ActionId { get => field ?? ""; init; }

    /// <summary>What is typed so far.</summary>
    public string Value { get => field ?? ""; init; }

    /// <summary>The person.</summary>
    public Named User { get => field ?? new(); init; }

    /// <summary>The view it is in; null in messages.</summary>
    public PayloadView? View { get; init; }
}
