using System.Text.Json;
using System.Text.Json.Nodes;
using PaperBot.Bot.Replies;
using PaperBot.Slack.WebApi;

namespace PaperBot.Bot.Deliveries;

/// <summary>A reply as a message, within what Slack takes.</summary>
internal static class ReplyMessage
{
    /// <summary>Metadata of this type, with the delivery's id, is on each message that answers something.</summary>
    public const string MetadataType = "paperbot_reply";

    // https://docs.slack.dev/reference/methods/chat.postMessage#truncating
    private const int LongestText = 40_000;
    private const int MostBlocks = 50;

    public static Message Whole(Outgoing outgoing, Reply reply) => TextAlone(outgoing, reply) with
    {
        Blocks = reply.Blocks.Count > 0 ? [.. reply.Blocks.Take(MostBlocks)] : null,
    };

    public static Message TextAlone(Outgoing outgoing, Reply reply) => new()
    {
        Channel = outgoing.Place.Channel,
        ThreadTs = outgoing.Place.Thread.Length > 0 ? outgoing.Place.Thread : null,
        Text = Shorten(reply.Text, LongestText),
        Metadata = Metadata(outgoing.Delivery),
    };

    public static MessageMetadata Metadata(string delivery) => new(MetadataType, new JsonObject { ["delivery"] = delivery });

    public static bool Answers(HistoryMessage message, string delivery) =>
        message.Metadata is { EventType: MetadataType, EventPayload: { ValueKind: JsonValueKind.Object } payload }
        && payload.TryGetProperty("delivery", out var found) && found.ValueKind == JsonValueKind.String && found.GetString() == delivery;

    internal static string Shorten(string text, int most)
    {
        if (text.Length <= most)
            return text;
        var end = most - 1;
        // Not in the middle of a character, nor of an escaped one.
        if (char.IsHighSurrogate(text[end - 1]))
            end--;
        var escape = text.LastIndexOf('&', end - 1, Math.Min(5, end));
        if (escape >= 0 && text.IndexOf(';', escape) >= end)
            end = escape;
        return text[..end] + "…";
    }
}
