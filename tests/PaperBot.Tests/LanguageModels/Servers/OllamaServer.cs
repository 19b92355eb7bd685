using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace PaperBot.Tests.LanguageModels.Servers;

/// <summary>One JSON object a line, as in https://docs.ollama.com/api/chat. The key stands for a proxy before it that asks for one.</summary>
internal sealed class OllamaServer : ModelServer
{
    protected override string Path => "/api/chat";

    protected override string StreamType => "application/x-ndjson";

    // Streams unless told not to.
    protected override bool IsStreamed(JsonObject body) => (bool?)body["stream"] != false;

    protected override (int Status, string Error)? Refuse(HttpRequest request, JsonObject body)
    {
        if (!Knows(request))
            return (401, "unauthorized");
        if ((string?)body["model"] != Model)
            return (404, "model not found, try pulling it first");
        if (body["messages"] is not JsonArray { Count: > 0 })
            return (400, "messages is missing");
        return RefuseSampling(body["options"]?["temperature"], body["options"]?["num_predict"]);
    }

    protected override JsonNode ErrorBody(int status, string error) => new JsonObject { ["error"] = error };

    protected override string ErrorPart() => Line((JsonObject)ErrorBody(500, "overloaded_for_now"));

    protected override JsonNode Whole(JsonObject body) => CallsTool(body) ? End(Call()) : End(new() { ["role"] = "assistant", ["content"] = string.Concat(Pieces) });

    protected override IEnumerable<string> Streamed(JsonObject body)
    {
        if (CallsTool(body))
        {
            yield return Line(Part(Call()));
        }
        else
        {
            foreach (var piece in Pieces)
                yield return Line(Part(new() { ["role"] = "assistant", ["content"] = piece }));
        }

        yield return Line(End(new() { ["role"] = "assistant", ["content"] = "" }));
    }

    private static bool CallsTool(JsonObject body) =>
        body["tools"] is JsonArray { Count: > 0 } && body["messages"]!.AsArray().All(message => (string?)message!["role"] != "tool");

    private static JsonObject Call() => new()
    {
        ["role"] = "assistant",
        ["content"] = "",
        ["tool_calls"] = new JsonArray(new JsonObject
        {
            ["function"] = new JsonObject { ["name"] = "search_papers", ["arguments"] = new JsonObject { ["query"] = "sleep" } },
        }),
    };

    private static JsonObject Part(JsonObject message) =>
        new() { ["model"] = Model, ["created_at"] = "2026-01-01T00:00:00Z", ["message"] = message, ["done"] = false };

    private static JsonObject End(JsonObject message)
    {
        var part = Part(message);
        part["done"] = true;
        part["done_reason"] = "stop";
        part["prompt_eval_count"] = 11;
        part["eval_count"] = 3;
        return part;
    }

    private static string Line(JsonObject data) => data.ToJsonString() + "\n";
}
