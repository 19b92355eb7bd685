using System.Text.Json.Nodes;
using PaperBot.Slack.Blocks;

namespace PaperBot.Slack.WebApi;

/// <summary>A message to write. See https://docs.slack.dev/reference/methods/chat.postMessage.</summary>
public sealed record Message
{
    /// <summary>The id of a conversation, or of a person.</summary>
    public string Channel { get; init; } = "";

    /// <summary>From 1 to 40,000 characters, always there: notifications and screen readers read it.</summary>
    public required string Text { get; init => field = Limit.Text(value, 40_000); }

    /// <summary>Up to 50; null shows the text alone.</summary>
    public IReadOnlyList<Block>? Blocks { get; init => field = Limit.OptionalCount(value, 1, 50); }

    /// <summary>The thread to write in; null writes to the channel.</summary>
    public string? ThreadTs { get; init; }

    /// <summary>Whether a reply in a thread is shown in the channel as well.</summary>
    public bool? ReplyBroadcast { get; init; }

    /// <summary>Stays with the message, unseen; by it the message is found again, so no two messages may have the same.</summary>
    public MessageMetadata? Metadata { get; init; }

    /// <summary>Whether Slack adds previews of pages.</summary>
    public bool UnfurlLinks { get; init; }

    /// <summary>Whether Slack adds previews of media.</summary>
    public bool UnfurlMedia { get; init; }
}

/// <summary>See https://docs.slack.dev/messaging/message-metadata.</summary>
/// <param name="EventType">What kind, in letters, digits and underscores.</param>
/// <param name="EventPayload">A flat object.</param>
public sealed record MessageMetadata(string EventType, JsonObject EventPayload);

/// <summary>A message that was written.</summary>
/// <param name="Channel">The conversation.</param>
/// <param name="Ts">The message's id there.</param>
public sealed record PostedMessage(string Channel, string Ts);

/// <summary>A reply through a <c>response_url</c>.</summary>
public sealed record ResponseMessage
{
    /// <summary>From 1 to 40,000 characters.</summary>
    public required string Text { get; init => field = Limit.Text(value, 40_000); }

    /// <summary>Up to 50; null shows the text alone.</summary>
    public IReadOnlyList<Block>? Blocks { get; init => field = Limit.OptionalCount(value, 1, 50); }

    /// <summary><c>ephemeral</c>, for one person, or <c>in_channel</c>.</summary>
    public string ResponseType { get; init; } = "ephemeral";

    /// <summary>Whether it takes the place of the message that was clicked.</summary>
    public bool? ReplaceOriginal { get; init; }

    /// <summary>Whether the message that was clicked goes away; nothing is written then.</summary>
    public bool? DeleteOriginal { get; init; }

    /// <summary>The thread to write in; null is where the payload came from.</summary>
    public string? ThreadTs { get; init; }

    /// <summary>Whether Slack adds previews of pages.</summary>
    public bool UnfurlLinks { get; init; }

    /// <summary>Whether Slack adds previews of media.</summary>
    public bool UnfurlMedia { get; init; }
}

/// <summary>Begins a message that grows. See https://docs.slack.dev/reference/methods/chat.startStream.</summary>
/// <param name="Channel">The conversation.</param>
/// <param name="ThreadTs">The thread; there is no stream outside of threads.</param>
public sealed record StreamStart(string Channel, string ThreadTs)
{
    /// <summary>Up to 12,000 characters of Markdown to begin with.</summary>
    public string? MarkdownText { get; init => field = Limit.OptionalText(value, 12_000); }

    /// <summary>Who asked; needed in channels.</summary>
    public string? RecipientUserId { get; init; }

    /// <summary>The workspace of who asked; needed in channels.</summary>
    public string? RecipientTeamId { get; init; }
}

/// <summary>Ends a message that grew. See https://docs.slack.dev/reference/methods/chat.stopStream.</summary>
/// <param name="Channel">The conversation.</param>
/// <param name="Ts">The streaming message.</param>
public sealed record StreamStop(string Channel, string Ts)
{
    /// <summary>Up to 12,000 characters of Markdown to end with.</summary>
    public string? MarkdownText { get; init => field = Limit.OptionalText(value, 12_000); }

    /// <summary>Blocks under the text, up to 50.</summary>
    public IReadOnlyList<Block>? Blocks { get; init => field = Limit.OptionalCount(value, 1, 50); }

    /// <summary>Stays with the message, unseen.</summary>
    public MessageMetadata? Metadata { get; init; }
}

/// <summary>Previews of addresses. See https://docs.slack.dev/reference/methods/chat.unfurl.</summary>
public sealed record Unfurl
{
    /// <summary>The conversation.</summary>
    public required string Channel { get; init; }

    /// <summary>The message.</summary>
    public required string Ts { get; init; }

    /// <summary>From the event, instead of <see cref="Channel"/> and <see cref="Ts"/>; both pairs are known to Slack.</summary>
    public string? UnfurlId { get; init; }

    /// <summary>From the event.</summary>
    public string? Source { get; init; }

    /// <summary>What to show by address, as the event wrote it.</summary>
    public required IReadOnlyDictionary<string, UnfurlContent> Unfurls { get; init; }
}

/// <summary>What is shown under one address.</summary>
/// <param name="Blocks">From 1 to 50.</param>
public sealed record UnfurlContent(IReadOnlyList<Block> Blocks);

/// <summary>A file to send.</summary>
public sealed record FileUpload
{
    /// <summary>The conversation it is shown in.</summary>
    public required string Channel { get; init; }

    /// <summary>With its ending.</summary>
    public required string FileName { get; init; }

    /// <summary>The file.</summary>
    public required ReadOnlyMemory<byte> Content { get; init; }

    /// <summary>Shown over the file; null is the name.</summary>
    public string? Title { get; init; }

    /// <summary>What a picture shows, up to 1,000 characters.</summary>
    public string? AltText { get; init => field = Limit.OptionalText(value, 1000); }

    /// <summary>Text of the message that shows it.</summary>
    public string? InitialComment { get; init; }

    /// <summary>The thread; null is the channel.</summary>
    public string? ThreadTs { get; init; }
}

/// <summary>A question that a person may pick.</summary>
/// <param name="Title">What is shown.</param>
/// <param name="Message">What is sent when it is picked.</param>
public sealed record SuggestedPrompt(string Title, string Message);
