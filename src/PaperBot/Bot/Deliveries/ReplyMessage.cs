using System.Text.Json;
using System.Text.Json.Nodes;
using PaperBot.Bot.Replies;
using PaperBot.Slack;
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
        ThreadTs = outgoing.Place.ThreadTs,
        Text = SlackText.Shorten(reply.Text, LongestText),
        Metadata = Metadata(outgoing.Delivery),
    };

    public static MessageMetadata Metadata(string delivery) => new(MetadataType, new JsonObject { ["delivery"] = delivery });

    public static bool Answers(HistoryMessage message, string delivery) =>
        message.Metadata is { EventType: MetadataType, EventPayload: { ValueKind: JsonValueKind.Object } payload }
        && payload.TryGetProperty("delivery", out var found) && found.ValueKind == JsonValueKind.String && found.GetString() == delivery;
}
