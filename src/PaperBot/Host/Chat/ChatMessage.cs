using System.Text.Json;
using System.Text.Json.Nodes;
using PaperBot.Slack.Blocks;
using PaperBot.Slack.WebApi;

namespace PaperBot.Host.Chat;

/// <summary>Something that was said in the terminal's conversation.</summary>
internal sealed record ChatMessage(string Channel, string Ts, string? ThreadTs, bool IsBots, string Text)
{
    public IReadOnlyList<Block> Blocks { get; init; } = [];

    public bool IsPrivate { get; init; }

    public MessageMetadata? Metadata { get; init; }

    /// <summary>As the history tells it.</summary>
    public HistoryMessage AsHistory() => new()
    {
        Ts = Ts,
        ThreadTs = ThreadTs,
        User = IsBots ? ChatPlace.Bot : ChatPlace.Person,
        BotId = IsBots ? ChatPlace.BotId : null,
        Text = Text,
        Metadata = Metadata is { } metadata
            ? new HistoryMetadata
            {
                EventType = metadata.EventType,
                EventPayload = JsonSerializer.SerializeToElement<JsonNode>(metadata.EventPayload),
            }
            : null,
    };
}

/// <summary>The one workspace of the terminal: who is in it, and where one can talk.</summary>
internal static class ChatPlace
{
    public const string Team = "T0TERMINAL";
    public const string Person = "U0YOU";
    public const string Bot = "U0PAPERBOT";
    public const string BotId = "B0PAPERBOT";
    public const string Channel = "C0PAPERS";
    public const string ChannelName = "papers";
    public const string Direct = "D0YOU";

    /// <summary>What people read for a mention such as <c>@U0PAPERBOT</c>.</summary>
    public static string NameOf(string mention) => mention switch
    {
        "@" + Bot => "@PaperBot",
        "@" + Person => "@you",
        "#" + Channel => "#" + ChannelName,
        _ => mention,
    };
}
