using System.Text.Json;
using System.Text.Json.Nodes;

namespace FakeSlack;

/// <summary>The frames of Socket Mode that the server sends.</summary>
internal static class Envelopes
{
    public static byte[] Hello(string appId, int connections, int seconds) => Bytes(new JsonObject
    {
        ["type"] = "hello",
        ["num_connections"] = connections,
        ["debug_info"] = new JsonObject { ["host"] = "applink-local", ["build_number"] = 1, ["approximate_connection_time"] = seconds },
        ["connection_info"] = new JsonObject { ["app_id"] = appId },
    });

    public static byte[] Disconnect(string reason) => Bytes(new JsonObject
    {
        ["type"] = "disconnect",
        ["reason"] = reason,
        ["debug_info"] = new JsonObject { ["host"] = "applink-local" },
    });

    public static byte[] Of(Delivery delivery, string envelope, int attempt, string? reason)
    {
        var frame = new JsonObject
        {
            ["envelope_id"] = envelope,
            ["payload"] = Json.Node(delivery.Payload),
            ["type"] = delivery.Kind,
            ["accepts_response_payload"] = delivery.EventId is null,
        };
        if (delivery.EventId is not null)
            (frame["retry_attempt"], frame["retry_reason"]) = (attempt, reason ?? "");
        return Bytes(frame);
    }

    private static byte[] Bytes(JsonObject frame) => JsonSerializer.SerializeToUtf8Bytes(frame, Json.Plain);
}
