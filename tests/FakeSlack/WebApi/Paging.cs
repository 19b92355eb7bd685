using System.Text;
using System.Text.Json.Nodes;

namespace FakeSlack;

/// <summary>Pages with an opaque cursor, as Slack cuts them.</summary>
internal static class Paging
{
    public static string Encode(string at) => Convert.ToBase64String(Encoding.UTF8.GetBytes("next:" + at));

    /// <summary>Where a cursor points; null for one that Slack did not give out.</summary>
    public static string? Decode(string cursor)
    {
        var bytes = new byte[cursor.Length];
        return Convert.TryFromBase64String(cursor, bytes, out var length) && Encoding.UTF8.GetString(bytes, 0, length) is { Length: > 5 } text
            && text.StartsWith("next:", StringComparison.Ordinal) ? text[5..] : null;
    }

    /// <summary>One page of a list in the order of its keys.</summary>
    public static ApiReply Reply<T>(ApiCall call, IReadOnlyList<T> all, string name, int most, Func<T, JsonNode?> shape, Func<T, string> key)
    {
        var limit = call.Arguments.Number("limit") ?? 100;
        if (limit < 1 || limit > most)
            return ApiReply.Error("invalid_limit");
        string? from = null;
        if (call.Text("cursor") is { } cursor && (from = Decode(cursor)) is null)
            return ApiReply.Error("invalid_cursor");
        var rest = from is null ? all : [.. all.SkipWhile(item => string.CompareOrdinal(key(item), from) < 0)];
        var next = rest.Count > limit ? Encode(key(rest[limit])) : "";
        return ApiReply.Ok((name, new JsonArray([.. rest.Take(limit).Select(shape)])),
            ("response_metadata", new JsonObject { ["next_cursor"] = next }));
    }
}
