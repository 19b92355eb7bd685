using System.Text.Json;

namespace FakeSlack;

/// <summary>What the app shows below links to its domains.</summary>
internal static class UnfurlMethods
{
    public static ApiReply Unfurl(ApiCall call)
    {
        var (message, error) = Find(call);
        if (error is not null)
            return error;
        if (call.Arguments.Structure("unfurls") is not { ValueKind: JsonValueKind.Object } unfurls)
            return ApiReply.Error("invalid_unfurls_format");
        foreach (var unfurl in unfurls.EnumerateObject())
        {
            if (!message!.Text.Contains(unfurl.Name.Replace("&", "&amp;", StringComparison.Ordinal), StringComparison.Ordinal)
                && !message.Text.Contains(unfurl.Name, StringComparison.Ordinal))
                return ApiReply.Error("cannot_unfurl_message");
            if (call.Workspace.UnfurlDomain(unfurl.Name) is null)
                return ApiReply.Error("cannot_unfurl_url");
            if (unfurl.Value.ValueKind != JsonValueKind.Object)
                return ApiReply.Error("cannot_parse_attachment");
            if (unfurl.Value.Child("blocks") is { } blocks && BlockRules.ForMessage(blocks) is { Count: > 0 } problems)
                return ApiReply.Error("cannot_parse_attachment", [.. problems]);
        }
        call.Workspace.Conversations.Change(message!.Channel, message.Ts, current => current with
        {
            Unfurls = current.Unfurls.SetItems(unfurls.EnumerateObject().Select(unfurl => KeyValuePair.Create(unfurl.Name, Named(unfurl.Value)))),
        });
        return ApiReply.Ok();
    }

    private static JsonElement Named(JsonElement unfurl)
    {
        if (Json.Node(unfurl) is not System.Text.Json.Nodes.JsonObject shape || unfurl.Child("blocks") is not { } blocks)
            return unfurl;
        shape["blocks"] = Json.Node(BlockNames.Fill(blocks));
        return Json.Element(shape);
    }

    private static (FakeMessage? Message, ApiReply? Error) Find(ApiCall call)
    {
        if (call.Text("unfurl_id") is { } unfurlId)
        {
            if (call.Text("source") is not { } source)
                return (null, ApiReply.Error("missing_source"));
            if (source is not ("composer" or "conversations_history"))
                return (null, ApiReply.Error("invalid_source"));
            return call.Workspace.UnfurlTarget(unfurlId) is { } target ? (target, null) : (null, ApiReply.Error("invalid_unfurl_id"));
        }
        if (call.Text("channel") is not { } channel)
            return (null, ApiReply.Error("missing_channel"));
        if (call.Text("ts") is not { } ts)
            return (null, ApiReply.Error("missing_ts"));
        if (call.Workspace.Conversations.Find(channel) is null)
            return (null, ApiReply.Error("cannot_find_channel"));
        return call.Workspace.Conversations.Of(channel).Find(ts) is { } message ? (message, null) : (null, ApiReply.Error("cannot_find_message"));
    }
}
