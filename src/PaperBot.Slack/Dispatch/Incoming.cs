using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using PaperBot.Slack.Events;
using PaperBot.Slack.Interaction;

namespace PaperBot.Slack.Dispatch;

/// <summary>What a payload is. An inbox keeps it by its name in lower case.</summary>
internal enum DeliveryKind
{
    Event,
    Command,
    Interaction,
}

/// <summary>A payload that was read.</summary>
/// <param name="Id">See <see cref="Delivery.Id"/>.</param>
/// <param name="TeamId">The workspace.</param>
/// <param name="Request">An event, or one of the records of <see cref="Interaction"/>; null for a kind that has none.</param>
internal sealed record Incoming(string Id, string TeamId, object? Request)
{
    /// <param name="kind">What the payload is.</param>
    /// <param name="payload">JSON; for a command over HTTP its form as one flat object.</param>
    /// <param name="envelopeId">Of a socket's envelope; it serves as the id where Slack sends no better one.</param>
    /// <returns>Null when it is not what it should be.</returns>
    public static Incoming? Read(DeliveryKind kind, string payload, string? envelopeId)
    {
        try
        {
            using var document = JsonDocument.Parse(payload);
            var root = document.RootElement;
            if (root.ValueKind != JsonValueKind.Object)
                return null;
            var own = kind == DeliveryKind.Event ? root.Text("event_id") : root.Text("trigger_id");
            return Read(kind, root) is var (team, request, whole) && whole
                ? new Incoming(First(own, envelopeId) ?? Digest(payload), team, request)
                : null;
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException or ArgumentException)
        {
            // JSON that is cut off or nested too deep, or names that are no text.
            return null;
        }
    }

    private static (string Team, object? Request, bool Whole) Read(DeliveryKind kind, JsonElement root)
    {
        switch (kind)
        {
            case DeliveryKind.Event:
                var inner = root.Object("event");
                return (root.TextOrEmpty("team_id"), EventReader.Read(inner), inner.Text("type") is { Length: > 0 });
            case DeliveryKind.Command:
                return (root.TextOrEmpty("team_id"), InteractionReader.ReadCommand(root), root.Text("command") is { Length: > 0 });
            default:
                var team = First(root.Object("team").Text("id"), root.Object("user").Text("team_id")) ?? "";
                return (team, InteractionReader.Read(root), root.Text("type") is { Length: > 0 });
        }
    }

    private static string? First(string? first, string? second) => string.IsNullOrEmpty(first) ? string.IsNullOrEmpty(second) ? null : second : first;

    private static string Digest(string payload) => "sha256-" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(payload)))[..32];
}
