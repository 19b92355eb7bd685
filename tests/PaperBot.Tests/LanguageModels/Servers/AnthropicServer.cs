using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace PaperBot.Tests.LanguageModels.Servers;

/// <summary>
/// The messages API and its events, as https://docs.claude.com/en/api/messages-streaming has them for the version 2023-06-01. That the key
/// travels as a bearer token is from the documentation of the client's package (13.12); that it names the version 2026-10-21 is only what the
/// client was seen to send: no reference of that version was at hand, so its answers are taken to be those of the one before.
/// </summary>
internal sealed class AnthropicServer : ModelServer
{
    protected override string Path => "/v1/messages";

    protected override string StreamType => "text/event-stream";

    protected override bool IsStreamed(JsonObject body) => (bool?)body["stream"] == true;

    protected override (int Status, string Error)? Refuse(HttpRequest request, JsonObject body)
    {
        if (!Knows(request))
            return (401, "invalid key");
        if (request.Headers["anthropic-version"].ToString() is not ("2023-06-01" or "2026-10-21"))
            return (400, "anthropic-version is missing or unknown");
        if ((string?)body["model"] != Model)
            return (404, "model");
        if (body["messages"] is not JsonArray { Count: > 0 } messages || messages.Any(message => (string?)message!["role"] is not ("user" or "assistant")))
            return (400, "messages take the roles user and assistant");
        return RefuseSampling(body["temperature"], body["max_tokens"]);
    }

    protected override JsonNode ErrorBody(int status, string error) => new JsonObject
    {
        ["type"] = "error",
        ["error"] = new JsonObject { ["type"] = status == 529 ? "overloaded_error" : "invalid_request_error", ["message"] = error },
    };

    protected override string ErrorPart() => Event("error", (JsonObject)ErrorBody(529, "Overloaded"));

    protected override JsonNode Whole(JsonObject body) => Message(
        CallsTool(body) ? Call(new JsonObject { ["query"] = "sleep" }) : new JsonObject { ["type"] = "text", ["text"] = string.Concat(Pieces) }, Reason(body), 3);

    protected override IEnumerable<string> Streamed(JsonObject body)
    {
        yield return Event("message_start", new() { ["message"] = Message(null, null, 1) });
        yield return Event("content_block_start", new()
        {
            ["index"] = 0,
            ["content_block"] = CallsTool(body) ? Call([]) : new JsonObject { ["type"] = "text", ["text"] = "" },
        });
        yield return Event("ping", []);
        foreach (var delta in CallsTool(body)
            ? new[] { "", "{\"que", "ry\":\"sleep\"}" }.Select(piece => new JsonObject { ["type"] = "input_json_delta", ["partial_json"] = piece })
            : Pieces.Select(piece => new JsonObject { ["type"] = "text_delta", ["text"] = piece }))
        {
            yield return Event("content_block_delta", new() { ["index"] = 0, ["delta"] = delta });
        }

        yield return Event("content_block_stop", new() { ["index"] = 0 });
        yield return Event("message_delta", new()
        {
            ["delta"] = new JsonObject { ["stop_reason"] = Reason(body), ["stop_sequence"] = null },
            ["usage"] = new JsonObject { ["output_tokens"] = 3 },
        });
        yield return Event("message_stop", []);
    }

    private static bool CallsTool(JsonObject body) =>
        body["tools"] is JsonArray { Count: > 0 } && !body["messages"]!.ToJsonString().Contains("tool_result", StringComparison.Ordinal);

    private string Reason(JsonObject body) =>
        Trouble is Trouble.Declined or Trouble.Filtered ? "refusal" : CallsTool(body) ? "tool_use" : "end_turn";

    private static JsonObject Call(JsonObject input) => new() { ["type"] = "tool_use", ["id"] = CallId, ["name"] = "search_papers", ["input"] = input };

    private static JsonObject Message(JsonObject? content, string? reason, int outputTokens) => new()
    {
        ["id"] = "msg_1",
        ["type"] = "message",
        ["role"] = "assistant",
        ["model"] = Model,
        ["content"] = content is null ? [] : new JsonArray(content),
        ["stop_reason"] = reason,
        ["stop_sequence"] = null,
        ["usage"] = new JsonObject { ["input_tokens"] = 11, ["output_tokens"] = outputTokens },
    };

    private static string Event(string type, JsonObject data)
    {
        data["type"] = type;
        return $"event: {type}\ndata: {data.ToJsonString()}\n\n";
    }
}
