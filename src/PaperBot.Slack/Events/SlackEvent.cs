using System.Text.Json;

namespace PaperBot.Slack.Events;

/// <summary>Something that happened in a workspace. Fields that are not known are passed over. See https://docs.slack.dev/reference/events.</summary>
public abstract record SlackEvent;

/// <summary>An event of a type that has no record here.</summary>
/// <param name="Type">As Slack names it.</param>
/// <param name="Content">The whole event.</param>
public sealed record UnknownEvent(string Type, JsonElement Content) : SlackEvent;

/// <summary>What both kinds of message event carry.</summary>
public abstract record MessageBase : SlackEvent
{
    /// <summary>The id of the conversation.</summary>
    public string Channel { get => field ?? ""; init; }

    /// <summary>Who wrote it; null for some of Slack's own messages.</summary>
    public string? User { get; init; }

    /// <summary>Set when an app wrote it.</summary>
    public string? BotId { get; init; }

    /// <summary>In Slack's markup, with <c>&amp;</c>, <c>&lt;</c> and <c>&gt;</c> escaped.</summary>
    public string Text { get => field ?? ""; init; }

    /// <summary>The message's id in its channel, seconds since 1970 with six decimals.</summary>
    public string Ts { get => field ?? ""; init; }

    /// <summary>The <see cref="Ts"/> of the thread's first message; null outside of threads.</summary>
    public string? ThreadTs { get; init; }

    /// <summary>Files that came with it.</summary>
    public IReadOnlyList<SharedFile> Files { get => field ?? []; init; }

    /// <summary>The workspace of the writer, where Slack says it.</summary>
    public string? Team { get; init; }

    /// <summary>Set once the message has been edited.</summary>
    public JsonElement? Edited { get; init; }
}

/// <summary>A message that names the app, in a channel. See https://docs.slack.dev/reference/events/app_mention.</summary>
public sealed record AppMention : MessageBase;

/// <summary>Any message that the app may see. See https://docs.slack.dev/reference/events/message.</summary>
public sealed record MessageEvent : MessageBase
{
    /// <summary>
    /// Null for what a person wrote; otherwise <c>bot_message</c>, <c>message_changed</c>, <c>message_deleted</c>, <c>file_share</c>, …
    /// </summary>
    public string? Subtype { get; init; }

    /// <summary><c>channel</c>, <c>group</c>, <c>im</c> or <c>mpim</c>.</summary>
    public string? ChannelType { get; init; }

    /// <summary>Of a message that was deleted.</summary>
    public string? DeletedTs { get; init; }

    /// <summary>The opened thread of an agent's direct messages, where Slack says it.</summary>
    public JsonElement? AssistantThread { get; init; }
}

/// <summary>A file, as far as a message tells of it.</summary>
public sealed record SharedFile
{
    /// <summary>The file's id.</summary>
    public string Id { get => field ?? ""; init; }

    /// <summary>Its name with the ending.</summary>
    public string? Name { get; init; }

    /// <summary>Its type, for instance <c>application/pdf</c>.</summary>
    public string? Mimetype { get; init; }
}

/// <summary>A person opened the app. See https://docs.slack.dev/reference/events/app_home_opened.</summary>
public sealed record AppHomeOpened : SlackEvent
{
    /// <summary>The person.</summary>
    public string User { get => field ?? ""; init; }

    /// <summary>The id of the direct conversation.</summary>
    public string Channel { get => field ?? ""; init; }

    /// <summary><c>home</c> or <c>messages</c>.</summary>
    public string Tab { get => field ?? ""; init; }
}

/// <summary>Somebody wrote an address of a domain that the app unfurls. See https://docs.slack.dev/reference/events/link_shared.</summary>
public sealed record LinkShared : SlackEvent
{
    /// <summary>The conversation; <c>COMPOSER</c> while the message is being written.</summary>
    public string Channel { get => field ?? ""; init; }

    /// <summary>The person.</summary>
    public string User { get => field ?? ""; init; }

    /// <summary>The message.</summary>
    public string MessageTs { get => field ?? ""; init; }

    /// <summary>The thread that the message is in; null outside of threads.</summary>
    public string? ThreadTs { get; init; }

    /// <summary>What <c>chat.unfurl</c> takes instead of channel and message.</summary>
    public string? UnfurlId { get; init; }

    /// <summary><c>composer</c> or <c>conversations_history</c>.</summary>
    public string? Source { get; init; }

    /// <summary>The addresses, as written.</summary>
    public IReadOnlyList<SharedLink> Links { get => field ?? []; init; }
}

/// <summary>An address in a message.</summary>
public sealed record SharedLink
{
    /// <summary>The domain that the app registered.</summary>
    public string Domain { get => field ?? ""; init; }

    /// <summary>The whole address.</summary>
    public string Url { get => field ?? ""; init; }
}

/// <summary>A person put an emoji on something. See https://docs.slack.dev/reference/events/reaction_added.</summary>
public sealed record ReactionAdded : SlackEvent
{
    /// <summary>The person.</summary>
    public string User { get => field ?? ""; init; }

    /// <summary>The emoji's name without colons.</summary>
    public string Reaction { get => field ?? ""; init; }

    /// <summary>Who wrote the message.</summary>
    public string? ItemUser { get; init; }

    /// <summary>What it was put on.</summary>
    public ReactedItem? Item { get; init; }
}

/// <summary>The message that a reaction is on.</summary>
public sealed record ReactedItem
{
    /// <summary>The conversation.</summary>
    public string Channel { get => field ?? ""; init; }

    /// <summary>The message.</summary>
    public string Ts { get => field ?? ""; init; }
}

/// <summary>A person opened a new thread with an assistant app. See https://docs.slack.dev/reference/events/assistant_thread_started.</summary>
public sealed record AssistantThreadStarted : SlackEvent
{
    /// <summary>The thread.</summary>
    public AssistantThread AssistantThread { get => field ?? new(); init; }
}

/// <summary>
/// A person went to another channel with the assistant open. See https://docs.slack.dev/reference/events/assistant_thread_context_changed.
/// </summary>
public sealed record AssistantThreadContextChanged : SlackEvent
{
    /// <summary>The thread.</summary>
    public AssistantThread AssistantThread { get => field ?? new(); init; }
}

/// <summary>A thread with an assistant app.</summary>
public sealed record AssistantThread
{
    /// <summary>The person.</summary>
    public string UserId { get => field ?? ""; init; }

    /// <summary>The direct conversation.</summary>
    public string ChannelId { get => field ?? ""; init; }

    /// <summary>The thread's first message.</summary>
    public string ThreadTs { get => field ?? ""; init; }
}

/// <summary>Somebody, perhaps the app itself, came into a channel. See https://docs.slack.dev/reference/events/member_joined_channel.</summary>
public sealed record MemberJoinedChannel : SlackEvent
{
    /// <summary>Who came.</summary>
    public string User { get => field ?? ""; init; }

    /// <summary>The channel.</summary>
    public string Channel { get => field ?? ""; init; }

    /// <summary>Who asked them in; null when they came by themselves.</summary>
    public string? Inviter { get; init; }
}
