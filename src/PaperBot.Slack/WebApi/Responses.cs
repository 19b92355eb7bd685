using System.Text.Json;
using PaperBot.Slack.Events;

namespace PaperBot.Slack.WebApi;

/// <summary>Who a token belongs to.</summary>
public sealed record AuthTestResponse
{
    /// <summary>The workspace's address.</summary>
    public string Url { get => field ?? ""; init; }

    /// <summary>The workspace's name.</summary>
    public string Team { get => field ?? ""; init; }

    /// <summary>The workspace.</summary>
    public string TeamId { get => field ?? ""; init; }

    /// <summary>The bot's name.</summary>
    public string User { get => field ?? ""; init; }

    /// <summary>The bot as a person: who is mentioned, and who writes.</summary>
    public string UserId { get => field ?? ""; init; }

    /// <summary>The bot as an app's part.</summary>
    public string? BotId { get; init; }

    /// <summary>What the token may do, from the answer's <c>X-OAuth-Scopes</c>.</summary>
    public IReadOnlyList<string> Scopes { get => field ?? []; init; }
}

/// <summary>A channel or a direct conversation. See https://docs.slack.dev/reference/objects/conversation-object.</summary>
public sealed record Conversation
{
    /// <summary>The id.</summary>
    public string Id { get => field ?? ""; init; }

    /// <summary>Null for direct conversations.</summary>
    public string? Name { get; init; }

    /// <summary>Who made it.</summary>
    public string? Creator { get; init; }

    /// <summary>Whether only its members see it.</summary>
    public bool IsPrivate { get; init; }

    /// <summary>Whether it is between one person and the bot.</summary>
    public bool IsIm { get; init; }

    /// <summary>Whether it is between a few people.</summary>
    public bool IsMpim { get; init; }

    /// <summary>Whether the bot is in it.</summary>
    public bool IsMember { get; init; }

    /// <summary>Whether nobody can write in it any more.</summary>
    public bool IsArchived { get; init; }
}

/// <summary>A person. See https://docs.slack.dev/reference/objects/user-object.</summary>
public sealed record UserInfo
{
    /// <summary>The id.</summary>
    public string Id { get => field ?? ""; init; }

    /// <summary>The workspace.</summary>
    public string? TeamId { get; init; }

    /// <summary>The short name.</summary>
    public string Name { get => field ?? ""; init; }

    /// <summary>The time zone as IANA names it.</summary>
    public string? Tz { get; init; }

    /// <summary>Whether they run the workspace.</summary>
    public bool IsAdmin { get; init; }

    /// <summary>Whether they own the workspace.</summary>
    public bool IsOwner { get; init; }

    /// <summary>Whether it is an app.</summary>
    public bool IsBot { get; init; }
}

/// <summary>Which part of a conversation.</summary>
/// <param name="Channel">The conversation.</param>
public sealed record HistoryQuery(string Channel)
{
    /// <summary>Only messages after this one, in seconds since 1970 with six decimals; null is from the start.</summary>
    public string? Oldest { get; init; }

    /// <summary>Only messages before this one; null is up to now.</summary>
    public string? Latest { get; init; }

    /// <summary>Whether <see cref="Oldest"/> and <see cref="Latest"/> are included.</summary>
    public bool? Inclusive { get; init; }

    /// <summary>From 1 to 999 messages.</summary>
    public int Limit { get; init; } = 100;

    /// <summary>From the page before; null is the first page.</summary>
    public string? Cursor { get; init; }
}

/// <summary>Some messages of a conversation.</summary>
/// <param name="Messages">In the method's order.</param>
/// <param name="NextCursor">For the next page; null at the end.</param>
public sealed record HistoryPage(IReadOnlyList<HistoryMessage> Messages, string? NextCursor);

/// <summary>A message that was said before.</summary>
public sealed record HistoryMessage
{
    /// <summary>The message's id in its channel.</summary>
    public string Ts { get => field ?? ""; init; }

    /// <summary>The thread's first message; null outside of threads.</summary>
    public string? ThreadTs { get; init; }

    /// <summary>Who wrote it.</summary>
    public string? User { get; init; }

    /// <summary>Set when an app wrote it.</summary>
    public string? BotId { get; init; }

    /// <summary>See <see cref="MessageEvent.Subtype"/>.</summary>
    public string? Subtype { get; init; }

    /// <summary>In Slack's markup.</summary>
    public string Text { get => field ?? ""; init; }

    /// <summary>What the message was written with; null when there is none.</summary>
    public HistoryMetadata? Metadata { get; init; }

    /// <summary><c>in_progress</c>, <c>completed</c> or <c>errored</c> for a message that was streamed; null for any other.</summary>
    public string? StreamingState { get; init; }

    /// <summary>Files that came with it.</summary>
    public IReadOnlyList<SharedFile> Files { get => field ?? []; init; }
}

/// <summary>Metadata as it comes back.</summary>
public sealed record HistoryMetadata
{
    /// <summary>What kind.</summary>
    public string EventType { get => field ?? ""; init; }

    /// <summary>What was put there.</summary>
    public JsonElement EventPayload { get; init; }
}
