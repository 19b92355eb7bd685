using System.Text.Json;

namespace FakeSlack;

/// <summary>What a person reads in blocks, as lines of text: for assertions, not for looks.</summary>
public static class BlockText
{
    private static readonly string[] Parts = ["title", "subtitle", "text", "body", "label", "hint", "placeholder", "description"];

    /// <summary>The lines of a message: its blocks, attachments and unfurls; without any, its text.</summary>
    public static string Of(FakeMessage message)
    {
        var lines = new List<string>();
        if (message.Blocks is { ValueKind: JsonValueKind.Array } blocks && blocks.GetArrayLength() > 0)
            lines.AddRange(Lines(blocks));
        else
            lines.Add(message.Text);
        if (message.Attachments is { ValueKind: JsonValueKind.Array } attachments)
            lines.AddRange(Lines(attachments));
        lines.AddRange(message.Unfurls.Values.SelectMany(Lines));
        return string.Join('\n', lines.Where(line => line.Length > 0));
    }

    /// <summary>The lines of an array of blocks, of one block or of an element.</summary>
    public static IEnumerable<string> Lines(JsonElement node) => node.ValueKind switch
    {
        JsonValueKind.Array => node.EnumerateArray().SelectMany(Lines),
        JsonValueKind.Object => OfObject(node),
        _ => [],
    };

    private static IEnumerable<string> OfObject(JsonElement node)
    {
        var type = node.Text("type");
        if (type is "rich_text_section" or "rich_text_preformatted" or "rich_text_quote")
            return [string.Concat(node.Items("elements").Select(Inline))];
        if (type == "table")
            return node.Items("rows").Select(row => string.Join(" | ", row.EnumerateArray().Select(cell => string.Join(' ', Lines(cell)))));
        if (type == "image")
            return [node.Words("title") ?? "", node.Text("alt_text") ?? ""];
        return Own(node).Concat(Below(node));
    }

    private static IEnumerable<string> Own(JsonElement node) =>
        Parts.Select(part => node.Words(part)).Concat([node.Text("pretext"), node.Text("footer")]).OfType<string>();

    private static IEnumerable<string> Below(JsonElement node)
    {
        foreach (var name in (string[])["blocks", "fields", "elements", "options", "actions", "cards", "tasks"])
            foreach (var line in node.Items(name).SelectMany(Lines))
                yield return line;
        foreach (var name in (string[])["accessory", "element", "positive_button", "negative_button", "details", "output"])
            if (node.Child(name) is { } child)
                foreach (var line in Lines(child))
                    yield return line;
    }

    private static string Inline(JsonElement element) => element.Text("type") switch
    {
        "user" => $"<@{element.Text("user_id")}>",
        "channel" => $"<#{element.Text("channel_id")}>",
        "emoji" => $":{element.Text("name")}:",
        "link" => element.Text("text") is { } text ? $"{text} ({element.Text("url")})" : element.Text("url") ?? "",
        "broadcast" => $"@{element.Text("range")}",
        _ => element.Text("text") ?? element.Text("fallback") ?? "",
    };
}
