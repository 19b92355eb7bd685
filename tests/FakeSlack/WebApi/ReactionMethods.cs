using System.Text.Json.Nodes;

namespace FakeSlack;

/// <summary>Emoji on messages.</summary>
internal static class ReactionMethods
{
    public static ApiReply Add(ApiCall call)
    {
        var (found, error) = Find(call);
        if (error is not null)
            return error;
        var name = call.Text("name")!;
        if (!name.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '_' or '-' or '+' or ':'))
            return ApiReply.Error("invalid_name");
        return call.Workspace.React(found!, call.Workspace.BotUserId, name, add: true) ? ApiReply.Ok() : ApiReply.Error("already_reacted");
    }

    public static ApiReply Remove(ApiCall call)
    {
        var (found, error) = Find(call);
        return error ?? (call.Workspace.React(found!, call.Workspace.BotUserId, call.Text("name")!, add: false) ? ApiReply.Ok()
            : ApiReply.Error("no_reaction"));
    }

    public static ApiReply Get(ApiCall call)
    {
        var (found, error) = Find(call);
        return error ?? ApiReply.Ok(("type", "message"), ("channel", found!.Channel), ("message", (JsonNode)call.Workspace.Shapes.Message(found)));
    }

    private static (FakeMessage? Found, ApiReply? Error) Find(ApiCall call)
    {
        if (call.Text("channel") is null || call.Text("timestamp") is null)
            return (null, ApiReply.Error("no_item_specified"));
        if (call.Workspace.Conversations.Find(call.Text("channel")) is not { } channel || !channel.Has(call.Workspace.BotUserId))
            return (null, ApiReply.Error("channel_not_found"));
        if (!Timestamps.IsTimestamp(call.Text("timestamp")))
            return (null, ApiReply.Error("bad_timestamp"));
        return call.Workspace.Conversations.Of(channel.Id).Find(call.Text("timestamp")!) is { } message ? (message, null)
            : (null, ApiReply.Error("message_not_found"));
    }
}
