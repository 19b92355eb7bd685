using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace PaperBot.Tests.LanguageModels.Servers;

/// <summary>Chat completions, as in https://platform.openai.com/docs/api-reference/chat.</summary>
internal class OpenAIServer : ModelServer
{
    private const string Refusal = "I cannot help with that.";

    protected override string Path => "/v1/chat/completions";

    protected override string StreamType => "text/event-stream";

    protected override bool IsStreamed(JsonObject body) => (bool?)body["stream"] == true;

    protected override (int Status, string Error)? Refuse(HttpRequest request, JsonObject body)
    {
        if (!Knows(request))
            return (401, "Incorrect API key provided");
        if ((string?)body["model"] != Model)
            return (404, "The model does not exist");
        if (body["messages"] is not JsonArray { Count: > 0 } messages)
            return (400, "messages is missing");
        return messages.All(message => (string?)message!["role"] is "system" or "developer" or "user" or "assistant" or "tool")
            ? RefuseSampling(body["temperature"], Limit(body)) : (400, "unknown role");
    }

    protected override JsonNode ErrorBody(int status, string error) =>
        new JsonObject
        {
            ["error"] = new JsonObject
            {
                ["message"] = error,
                ["type"] = "invalid_request_error",
                ["param"] = null,
                ["code"] = Trouble == Trouble.FilteredBefore ? "content_filter" : null,
            },
        };

    protected override string ErrorPart() => $"data: {ErrorBody(500, "overloaded_for_now").ToJsonString()}\n\n";

    // What OpenAI's reasoning models take; max_tokens they refuse.
    protected virtual JsonNode? Limit(JsonObject body) => body["max_tokens"] is null ? body["max_completion_tokens"] : null;

    protected override JsonNode Whole(JsonObject body)
    {
        var message = new JsonObject { ["role"] = "assistant", ["content"] = CallOf(body) is not null || Trouble == Trouble.Declined ? null : string.Concat(PiecesOf(body)) };
        if (Trouble == Trouble.Declined)
            message["refusal"] = Refusal;
        if (CallOf(body) is var (name, arguments))
            message["tool_calls"] = new JsonArray(Call(name, arguments));
        return Envelope("chat.completion", new JsonObject { ["index"] = 0, ["message"] = message, ["finish_reason"] = Reason(body) }, Usage());
    }

    protected override IEnumerable<string> Streamed(JsonObject body)
    {
        yield return Event(Delta(new JsonObject { ["role"] = "assistant", ["content"] = "" }));
        if (Trouble == Trouble.Declined)
        {
            yield return Event(Delta(new JsonObject { ["refusal"] = Refusal }));
        }
        else if (CallOf(body) is var (name, arguments))
        {
            var first = Call(name, "");
            first["index"] = 0;
            yield return Event(Delta(new JsonObject { ["tool_calls"] = new JsonArray(first) }));
            foreach (var piece in new[] { arguments[..5], arguments[5..] })
            {
                yield return Event(Delta(new JsonObject
                {
                    ["tool_calls"] = new JsonArray(new JsonObject { ["index"] = 0, ["function"] = new JsonObject { ["arguments"] = piece } }),
                }));
            }
        }
        else
        {
            foreach (var piece in PiecesOf(body))
                yield return Event(Delta(new JsonObject { ["content"] = piece }));
        }

        yield return Event(Delta([], Reason(body)));
        if ((bool?)body["stream_options"]?["include_usage"] == true)
            yield return Event(Envelope("chat.completion.chunk", null, Usage()));
        yield return "data: [DONE]\n\n";
    }

    protected virtual IReadOnlyList<string> PiecesOf(JsonObject body) => Pieces;

    /// <returns>The function that is called, with its arguments; null when the answer is said.</returns>
    protected virtual (string Name, string Arguments)? CallOf(JsonObject body) =>
        body["tools"] is JsonArray { Count: > 0 } && body["messages"]!.AsArray().All(message => (string?)message!["role"] != "tool")
            ? ("search_papers", """{"query":"sleep"}""") : null;

    private string Reason(JsonObject body) => Trouble == Trouble.Filtered ? "content_filter" : CallOf(body) is not null ? "tool_calls" : "stop";

    private static JsonObject Call(string name, string arguments) => new()
    {
        ["id"] = CallId,
        ["type"] = "function",
        ["function"] = new JsonObject { ["name"] = name, ["arguments"] = arguments },
    };

    private static JsonObject Delta(JsonObject delta, string? reason = null) =>
        Envelope("chat.completion.chunk", new JsonObject { ["index"] = 0, ["delta"] = delta, ["finish_reason"] = reason }, null);

    private static JsonObject Envelope(string kind, JsonObject? choice, JsonObject? usage) => new()
    {
        ["id"] = "chatcmpl-1",
        ["object"] = kind,
        ["created"] = 1_700_000_000,
        ["model"] = Model,
        ["choices"] = choice is null ? [] : new JsonArray(choice),
        ["usage"] = usage,
    };

    private static JsonObject Usage() => new() { ["prompt_tokens"] = 11, ["completion_tokens"] = 3, ["total_tokens"] = 14 };

    private static string Event(JsonObject data) => $"data: {data.ToJsonString()}\n\n";
}

/// <summary>Azure's v1 API: the same under another path.</summary>
internal sealed class AzureServer : OpenAIServer
{
    protected override string Path => "/openai/v1/chat/completions";
}

/// <summary>A server of a team's own, whose reference knows max_tokens alone, as those of LM Studio and Mistral.</summary>
internal sealed class CompatibleServer : OpenAIServer
{
    protected override JsonNode? Limit(JsonObject body) => body["max_completion_tokens"] is null ? body["max_tokens"] : null;
}
