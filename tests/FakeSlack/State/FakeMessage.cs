using System.Collections.Immutable;
using System.Text.Json;

namespace FakeSlack;

/// <summary>Whether a message is being streamed.</summary>
public enum StreamState
{
    /// <summary>Not a streamed message.</summary>
    None,

    /// <summary>Still taking text.</summary>
    InProgress,

    /// <summary>Stopped by the app.</summary>
    Completed,

    /// <summary>Not stopped within Slack's five minutes.</summary>
    Errored,
}

/// <summary>Persons who reacted with one emoji.</summary>
public sealed record FakeReaction(string Name, ImmutableList<string> Users);

/// <summary>A message as it stands at one moment; an edit makes a new one that remembers the earlier.</summary>
public sealed record FakeMessage
{
    /// <summary>The conversation's id.</summary>
    public required string Channel { get; init; }

    /// <summary>Its name within the channel: seconds and microseconds.</summary>
    public required string Ts { get; init; }

    /// <summary>The parent's timestamp, for a reply.</summary>
    public string? ThreadTs { get; init; }

    /// <summary>Who wrote it; null for a bot without a user.</summary>
    public string? User { get; init; }

    /// <summary>The bot that wrote it, if one did.</summary>
    public string? BotId { get; init; }

    /// <summary>The name shown, where the writer chose one.</summary>
    public string? Username { get; init; }

    /// <summary>Slack's name for a message that is not an ordinary one, such as <c>bot_message</c>.</summary>
    public string? Subtype { get; init; }

    /// <summary>The top-level text: what notifications and screen readers read.</summary>
    public string Text { get; init; } = "";

    /// <summary>Its blocks, each with a <c>block_id</c>.</summary>
    public JsonElement? Blocks { get; init; }

    /// <summary>Its attachments, without unfurls.</summary>
    public JsonElement? Attachments { get; init; }

    /// <summary>The metadata that the app gave it.</summary>
    public JsonElement? Metadata { get; init; }

    /// <summary>Files shared with it.</summary>
    public ImmutableList<FakeFile> Files { get; init; } = [];

    /// <summary>Reactions, in the order in which they first came.</summary>
    public ImmutableList<FakeReaction> Reactions { get; init; } = [];

    /// <summary>What the app gave to <c>chat.unfurl</c>, by link.</summary>
    public ImmutableDictionary<string, JsonElement> Unfurls { get; init; } = ImmutableDictionary<string, JsonElement>.Empty;

    /// <summary>The one person who sees it, when it is ephemeral.</summary>
    public string? EphemeralTo { get; init; }

    /// <summary>Where the streaming stands.</summary>
    public StreamState Streaming { get; init; }

    /// <summary>What each call of a stream added, oldest first.</summary>
    public ImmutableList<string> Appended { get; init; } = [];

    /// <summary>The blocks that the stream's chunks brought.</summary>
    public ImmutableList<JsonElement> Chunks { get; init; } = [];

    /// <summary>Earlier forms, oldest first; a streamed piece does not count as an edit.</summary>
    public ImmutableList<FakeMessage> History { get; init; } = [];

    /// <summary>Who edited it and when, when the edit shows as «(edited)».</summary>
    public (string User, string Ts)? Edited { get; init; }

    /// <summary>True once it has been deleted.</summary>
    public bool IsDeleted { get; init; }

    /// <summary>True when it opens a thread or stands alone.</summary>
    public bool IsTopLevel => ThreadTs is null || ThreadTs == Ts;

    /// <summary>Everything that a person reads in it: blocks, attachments and unfurls flattened to lines, else the text.</summary>
    public string Shown => BlockText.Of(this);

    /// <summary>The buttons, menus and other elements that can be used, in the order shown.</summary>
    public IReadOnlyList<BlockElement> Elements => BlockElement.In(this);

    /// <summary>The names on the buttons, in the order shown.</summary>
    public IReadOnlyList<string> Buttons => [.. Elements.Select(element => element.Label).OfType<string>()];

    /// <inheritdoc/>
    public override string ToString() => $"{Ts}{(ThreadTs is null ? "" : $" in {ThreadTs}")} {BotId ?? User}: {Shown}";
}
