using System.Text.Json;
using System.Text.Json.Nodes;
using PaperBot.Slack.Dispatch;

namespace PaperBot.Slack.SocketMode;

/// <summary>What comes over a socket. See https://docs.slack.dev/apis/events-api/using-socket-mode.</summary>
internal abstract record Envelope
{
    private Envelope()
    {
    }

    /// <summary>The socket is ready.</summary>
    public sealed record Hello : Envelope;

    /// <summary>The socket will end, for the reason that Slack names.</summary>
    public sealed record Disconnect(string Reason) : Envelope;

    /// <summary>Something to be handled and acknowledged.</summary>
    public sealed record Told(string Id, DeliveryKind Kind, string Payload, bool TakesPayload) : Envelope;

    /// <summary>Something of a kind that is not handled; it is acknowledged, so that it does not come again.</summary>
    public sealed record Other(string Id) : Envelope;

    /// <summary>No message of Slack's.</summary>
    public sealed record Malformed : Envelope;

    public static Envelope Read(string text)
    {
        try
        {
            using var document = JsonDocument.Parse(text);
            var root = document.RootElement;
            return root.Text("type") switch
            {
                "hello" => new Hello(),
                "disconnect" => new Disconnect(root.TextOrEmpty("reason")),
                "events_api" => ReadTold(root, DeliveryKind.Event),
                "slash_commands" => ReadTold(root, DeliveryKind.Command),
                "interactive" => ReadTold(root, DeliveryKind.Interaction),
                _ => root.Text("envelope_id") is { Length: > 0 } id ? new Other(id) : new Malformed(),
            };
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException or ArgumentException)
        {
            return new Malformed();
        }
    }

    /// <param name="id">The envelope.</param>
    /// <param name="payload">JSON; null for none.</param>
    public static string Acknowledge(string id, string? payload) => payload is null
        ? new JsonObject { ["envelope_id"] = id }.ToJsonString()
        : new JsonObject { ["envelope_id"] = id, ["payload"] = JsonNode.Parse(payload) }.ToJsonString();

    private static Envelope ReadTold(JsonElement root, DeliveryKind kind) => root.Text("envelope_id") is { Length: > 0 } id
        ? new Told(id, kind, root.Object("payload") is { ValueKind: JsonValueKind.Object } payload ? payload.GetRawText() : "", !IsFalse(root))
        : new Malformed();

    private static bool IsFalse(JsonElement root) => root.Get("accepts_response_payload") is { ValueKind: JsonValueKind.False };
}
