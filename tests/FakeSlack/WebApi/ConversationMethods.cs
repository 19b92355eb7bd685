using System.Text.Json.Nodes;

namespace FakeSlack;

/// <summary>What was said, and where.</summary>
internal static class ConversationMethods
{
    public static ApiReply History(ApiCall call)
    {
        if (Readable(call) is { } error)
            return error;
        var (from, wrong) = Range(call);
        if (wrong is not null)
            return wrong;
        var limit = Math.Clamp(call.Arguments.Number("limit") ?? 100, 1, 999);
        var inclusive = call.Arguments.Flag("inclusive");
        var before = from ?? call.Text("latest");
        var found = call.Workspace.Conversations.Of(call.Text("channel")!)
            .Newest(before, call.Text("oldest"), inclusive && from is null, limit + 1);
        return Page(call, found, limit, found.Count > limit ? found[limit - 1].Ts : null);
    }

    public static ApiReply Replies(ApiCall call)
    {
        if (Readable(call) is { } error)
            return error;
        var (from, wrong) = Range(call);
        if (wrong is not null)
            return wrong;
        var conversation = call.Workspace.Conversations.Of(call.Text("channel")!);
        var root = ChatMethods.Root(call.Workspace, call.Text("channel")!, call.Text("ts"))!;
        if (conversation.Find(root) is not { } parent)
            return ApiReply.Error("thread_not_found");
        var limit = Math.Clamp(call.Arguments.Number("limit") ?? 1000, 1, 1000);
        // The parent comes first on every page, whatever the range.
        var replies = conversation.Replies(root)
            .Where(reply => InRange(call, reply.Ts) && (from is null || string.CompareOrdinal(reply.Ts, from) > 0)).ToList();
        var page = replies.Take(limit - 1).ToList();
        return Page(call, [parent, .. page], int.MaxValue, replies.Count > page.Count ? page.LastOrDefault()?.Ts ?? root : null);
    }

    public static ApiReply Info(ApiCall call) => Visible(call) is { } channel
        ? ApiReply.Ok(("channel", call.Workspace.Shapes.Channel(channel))) : ApiReply.Error("channel_not_found");

    public static ApiReply Members(ApiCall call) => Visible(call) is { } channel
        ? Paging.Reply(call, [.. channel.Members], "members", 1000, id => JsonValue.Create(id), id => id) : ApiReply.Error("channel_not_found");

    public static ApiReply List(ApiCall call) => ListOf(call, channel => IsVisible(call, channel));

    public static ApiReply OfUser(ApiCall call)
    {
        var user = call.Text("user") ?? call.Workspace.BotUserId;
        return ListOf(call, channel => channel.Has(user) && IsVisible(call, channel));
    }

    public static ApiReply Open(ApiCall call)
    {
        if (call.Text("channel") is { } id)
            return call.Workspace.Conversations.Find(id) is { } known ? Opened(known) : ApiReply.Error("channel_not_found");
        if (call.Text("users") is not { } users)
            return ApiReply.Error("users_list_not_supplied");
        if (users.Contains(','))
            return ApiReply.Error("method_not_supported_for_channel_type");
        return call.Workspace.FindUser(users) is { } user ? Opened(user.DirectChannel) : ApiReply.Error("user_not_found");

        ApiReply Opened(FakeChannel channel) => ApiReply.Ok(
            ("channel", call.Arguments.Flag("return_im") ? call.Workspace.Shapes.Channel(channel) : new JsonObject { ["id"] = channel.Id }));
    }

    public static ApiReply Join(ApiCall call)
    {
        if (Visible(call) is not { } channel)
            return ApiReply.Error("channel_not_found");
        if (channel.Kind != ChannelKind.Public)
            return ApiReply.Error("method_not_supported_for_channel_type");
        if (channel.IsArchived)
            return ApiReply.Error("is_archived");
        if (channel.Add(call.Workspace.BotUserId))
            call.Workspace.Events.Joined(channel, call.Workspace.BotUserId, null);
        return ApiReply.Ok(("channel", call.Workspace.Shapes.Channel(channel)));
    }

    private static ApiReply ListOf(ApiCall call, Func<FakeChannel, bool> wanted)
    {
        var types = (call.Text("types") ?? "public_channel").Split(',', StringSplitOptions.TrimEntries);
        if (types.Except(["public_channel", "private_channel", "im", "mpim"]).Any())
            return ApiReply.Error("invalid_types");
        var channels = call.Workspace.Conversations.All.Where(channel => wanted(channel) && types.Contains(channel.Kind switch
        {
            ChannelKind.Public => "public_channel",
            ChannelKind.Private => "private_channel",
            _ => "im",
        }) && !(channel.IsArchived && call.Arguments.Flag("exclude_archived"))).ToList();
        return Paging.Reply(call, channels, "channels", 1000, call.Workspace.Shapes.Channel, channel => channel.Id);
    }

    private static FakeChannel? Visible(ApiCall call) =>
        call.Workspace.Conversations.Find(call.Text("channel")) is { } channel && IsVisible(call, channel) ? channel : null;

    private static bool IsVisible(ApiCall call, FakeChannel channel) => channel.Kind == ChannelKind.Public || channel.Has(call.Workspace.BotUserId);

    private static ApiReply? Readable(ApiCall call)
    {
        if (Visible(call) is not { } channel)
            return ApiReply.Error("channel_not_found");
        return channel.Has(call.Workspace.BotUserId) ? null : ApiReply.Error("not_in_channel");
    }

    private static (string? From, ApiReply? Error) Range(ApiCall call)
    {
        foreach (var end in (string[])["latest", "oldest"])
            if (call.Text(end) is { } ts && ts != "0" && ts != "now"
                && !decimal.TryParse(ts, System.Globalization.CultureInfo.InvariantCulture, out _))
                return (null, ApiReply.Error("invalid_ts_" + end));
        if (call.Text("cursor") is not { } cursor)
            return (null, null);
        return Paging.Decode(cursor) is { } from ? (from, null) : (null, ApiReply.Error("invalid_cursor"));
    }

    private static bool InRange(ApiCall call, string ts)
    {
        var inclusive = call.Arguments.Flag("inclusive");
        return (call.Text("oldest") is not { } oldest || string.CompareOrdinal(ts, oldest) is var after && (after > 0 || (after == 0 && inclusive)))
            && (call.Text("latest") is not { } latest || string.CompareOrdinal(ts, latest) is var before
                && (before < 0 || (before == 0 && inclusive)));
    }

    private static ApiReply Page(ApiCall call, IReadOnlyList<FakeMessage> found, int limit, string? next)
    {
        var metadata = call.Arguments.Flag("include_all_metadata");
        return ApiReply.Ok(
            ("messages", new JsonArray([.. found.Take(limit).Select(message => (JsonNode)call.Workspace.Shapes.Message(message, metadata))])),
            ("has_more", next is not null), ("pin_count", 0),
            ("response_metadata", new JsonObject { ["next_cursor"] = next is null ? "" : Paging.Encode(next) }));
    }
}
