using System.Text.Json;
using System.Text.Json.Nodes;

namespace FakeSlack;

/// <summary>What a message is to hold, read from a call and checked against Slack's limits.</summary>
internal sealed record MessageContent(string? Text, JsonElement? Blocks, JsonElement? Attachments, JsonElement? Metadata)
{
    /// <summary>Past this, Slack cuts a posted text and refuses an updated one.</summary>
    public const int LongestText = 40_000;

    /// <summary>
    /// The most characters in a message that has a <c>markdown</c> block. Not documented; bots met <c>msg_blocks_too_long</c> from there on.
    /// </summary>
    private const int LongestBlocks = 13_200;

    /// <summary>The content, or the error that Slack gives.</summary>
    public static (MessageContent? Content, ApiReply? Error) Read(ApiCall call)
    {
        var arguments = call.Arguments;
        var (text, markdown) = (arguments.Text("text"), arguments.Text("markdown_text"));
        if (markdown is not null && (text is not null || arguments.Has("blocks")))
            return (null, ApiReply.Error("markdown_text_conflict"));
        var blocks = markdown is null ? arguments.Structure("blocks")
            : Json.Element(new JsonArray(new JsonObject { ["type"] = "markdown", ["text"] = markdown }));
        if (CheckBlocks(blocks) is { } wrong)
            return (null, wrong);
        var attachments = arguments.Structure("attachments");
        if (attachments is { } list && (list.ValueKind != JsonValueKind.Array || list.GetArrayLength() > 100))
            return (null, ApiReply.Error(list.ValueKind == JsonValueKind.Array ? "too_many_attachments" : "invalid_attachments"));
        foreach (var attachment in attachments is { } given ? given.EnumerateArray() : default)
            if (CheckBlocks(attachment.Child("blocks")) is { } inside)
                return (null, inside);
        var metadata = arguments.Structure("metadata");
        if (CheckMetadata(metadata) is { } error)
            return (null, error);
        var named = blocks is { } all && all.GetArrayLength() > 0 ? BlockNames.Fill(all) : (JsonElement?)null;
        return (new MessageContent(text ?? markdown, named, NameBlocks(attachments), metadata), null);
    }

    /// <summary>Checks blocks that are to stand in a message.</summary>
    public static ApiReply? CheckBlocks(JsonElement? blocks)
    {
        if (blocks is not { } given)
            return null;
        if (given.ValueKind != JsonValueKind.Array)
            return ApiReply.Error("invalid_blocks_format");
        if (BlockRules.ForMessage(given) is { Count: > 0 } problems)
        {
            var reply = ApiReply.Error("invalid_blocks", [.. problems]);
            reply.Body["errors"] = Json.Strings(problems);
            return reply;
        }
        var hasMarkdown = given.EnumerateArray().Any(block => block.Text("type") == "markdown");
        return hasMarkdown && Weight(given) > LongestBlocks ? ApiReply.Error("msg_blocks_too_long") : null;
    }

    /// <summary>True when there is something to show.</summary>
    public bool ShowsSomething => !string.IsNullOrEmpty(Text) || Blocks is not null || Attachments is { ValueKind: JsonValueKind.Array };

    private static JsonElement? NameBlocks(JsonElement? attachments)
    {
        if (Json.Node(attachments) is not JsonArray array)
            return null;
        foreach (var attachment in array.OfType<JsonObject>())
            if (attachment["blocks"] is JsonArray blocks)
                attachment["blocks"] = Json.Node(BlockNames.Fill(Json.Element(blocks)));
        return Json.Element(array);
    }

    private static ApiReply? CheckMetadata(JsonElement? metadata)
    {
        if (metadata is not { } given)
            return null;
        if (given.ValueKind != JsonValueKind.Object)
            return ApiReply.Error("invalid_metadata_format");
        if (given.Text("event_type") is null || given.Child("event_payload") is not { ValueKind: JsonValueKind.Object })
            return ApiReply.Error("invalid_metadata_schema");
        return given.GetRawText().Length > 16_000 ? ApiReply.Error("metadata_too_large") : null;
    }

    /// <summary>The characters of all texts.</summary>
    private static int Weight(JsonElement node) => node.ValueKind switch
    {
        JsonValueKind.Array => node.EnumerateArray().Sum(Weight),
        JsonValueKind.Object => node.EnumerateObject().Sum(property =>
            property.Value.ValueKind == JsonValueKind.String && property.Name == "text" ? property.Value.GetString()!.Length
                : Weight(property.Value)),
        _ => 0,
    };
}
