using System.Text.Json.Nodes;

namespace FakeSlack;

/// <summary>Slack's envelope of an answer.</summary>
internal sealed record ApiReply(JsonObject Body, int Status = 200, TimeSpan? RetryAfter = null)
{
    public string? ErrorCode => Body["error"]?.ToString();

    public static ApiReply Ok(params (string Name, JsonNode? Value)[] fields)
    {
        var body = new JsonObject { ["ok"] = true };
        foreach (var (name, value) in fields)
            body[name] = value;
        return new(body);
    }

    public static ApiReply Error(string code, params string[] messages)
    {
        var body = new JsonObject { ["ok"] = false, ["error"] = code };
        if (messages.Length > 0)
            body["response_metadata"] = new JsonObject { ["messages"] = Json.Strings(messages.Select(message => "[ERROR] " + message)) };
        return new(body);
    }

    public static ApiReply RateLimited(TimeSpan retryAfter) => Error("ratelimited") with { Status = 429, RetryAfter = retryAfter };
}
