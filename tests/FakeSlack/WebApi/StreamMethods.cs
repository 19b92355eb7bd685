using System.Text.Json;
using System.Text.Json.Nodes;

namespace FakeSlack;

/// <summary>Messages that grow while they are read.</summary>
internal static class StreamMethods
{
    private const int LongestPiece = 12_000;

    public static ApiReply Start(ApiCall call)
    {
        var workspace = call.Workspace;
        if (workspace.Conversations.Find(call.Text("channel")) is not { } channel)
            return ApiReply.Error("channel_not_found");
        if (!channel.Has(workspace.BotUserId))
            return ApiReply.Error(channel.Kind == ChannelKind.Public ? "not_in_channel" : "channel_not_found");
        if (channel.Kind != ChannelKind.Direct && Recipient(call) is { } wrong)
            return wrong;
        var (piece, error) = Piece(call, needed: false);
        if (error is not null)
            return error;
        var posted = workspace.Conversations.Post(With(new FakeMessage
        {
            Channel = channel.Id,
            Ts = "",
            ThreadTs = ChatMethods.Root(workspace, channel.Id, call.Text("thread_ts")),
            User = workspace.BotUserId,
            BotId = workspace.BotId,
            Streaming = StreamState.InProgress,
            Username = call.Text("username"),
        }, piece!));
        workspace.Streams.Start(posted);
        workspace.Events.Posted(posted);
        return ApiReply.Ok(("channel", channel.Id), ("ts", posted.Ts));
    }

    public static ApiReply Append(ApiCall call)
    {
        var (piece, error) = Piece(call, needed: true);
        if (error is not null)
            return error;
        var refused = Change(call, message => With(message, piece!));
        return refused ?? ApiReply.Ok(("channel", call.Text("channel")), ("ts", call.Text("ts")));
    }

    public static ApiReply Stop(ApiCall call)
    {
        var workspace = call.Workspace;
        var (piece, error) = Piece(call, needed: false);
        var blocks = call.Arguments.Structure("blocks");
        if ((error ?? MessageContent.CheckBlocks(blocks)) is { } wrong)
            return wrong;
        var metadata = call.Arguments.Structure("metadata");
        var refused = Change(call, message =>
        {
            var last = With(message, piece!);
            var tail = blocks is { ValueKind: JsonValueKind.Array } given ? Json.Node(BlockNames.Fill(given)) as JsonArray : null;
            return last with { Streaming = StreamState.Completed, Blocks = Blocks(last, tail), Metadata = metadata ?? last.Metadata };
        });
        if (refused is not null)
            return refused;
        var stopped = workspace.Conversations.Of(call.Text("channel")!).Find(call.Text("ts")!)!;
        workspace.Streams.Stop(stopped);
        workspace.ClearStatus(stopped);
        workspace.Events.Edited(stopped with { Streaming = StreamState.InProgress }, stopped);
        return ApiReply.Ok(("channel", stopped.Channel), ("ts", stopped.Ts), ("message", workspace.Shapes.Message(stopped, metadata: true)));
    }

    private static ApiReply? Recipient(ApiCall call)
    {
        if (!call.Arguments.Has("recipient_team_id"))
            return ApiReply.Error("missing_recipient_team_id");
        if (!call.Arguments.Has("recipient_user_id"))
            return ApiReply.Error("missing_recipient_user_id");
        if (call.Text("recipient_team_id") != call.Workspace.TeamId)
            return ApiReply.Error("team_not_found");
        return call.Workspace.Knows(call.Text("recipient_user_id")!) ? null : ApiReply.Error("user_not_found");
    }

    private static ApiReply? Change(ApiCall call, Func<FakeMessage, FakeMessage> change)
    {
        var workspace = call.Workspace;
        if (workspace.Conversations.Find(call.Text("channel")) is not { } channel)
            return ApiReply.Error("channel_not_found");
        if (workspace.Conversations.Of(channel.Id).Find(call.Text("ts")!) is not { } message)
            return ApiReply.Error("message_not_found");
        if (message.BotId != workspace.BotId)
            return ApiReply.Error("message_not_owned_by_app");
        var changed = workspace.Conversations.Change(channel.Id, message.Ts, current =>
            current.Streaming == StreamState.InProgress && !workspace.Streams.HasExpired(current) ? change(current) : null);
        return changed is null ? ApiReply.Error("message_not_in_streaming_state") : null;
    }

    private static (StreamPiece? Piece, ApiReply? Error) Piece(ApiCall call, bool needed)
    {
        var text = call.Text("markdown_text");
        var chunks = call.Arguments.Structure("chunks");
        if (chunks is { } given && given.ValueKind != JsonValueKind.Array)
            return (null, ApiReply.Error("invalid_chunks"));
        if (needed && text is null && chunks is null)
            return (null, ApiReply.Error("invalid_arguments", "missing required field: markdown_text"));
        if (text?.Length > LongestPiece)
            return (null, ApiReply.Error("msg_too_long"));
        var (words, rest) = (text ?? "", new List<JsonElement>());
        foreach (var chunk in chunks is { } list ? list.EnumerateArray() : default)
            switch (chunk.Text("type"))
            {
                case "markdown_text" when chunk.Text("text") is { } more:
                    words += more;
                    break;
                case "task_update" when chunk.Text("id") is not null && chunk.Text("title") is not null:
                case "plan_update" when chunk.Text("title") is not null:
                    rest.Add(chunk);
                    break;
                case "blocks" when chunk.Child("blocks") is { ValueKind: JsonValueKind.Array } blocks:
                    if (MessageContent.CheckBlocks(blocks) is { } wrong)
                        return (null, wrong);
                    rest.AddRange(blocks.EnumerateArray());
                    break;
                default:
                    return (null, ApiReply.Error("invalid_chunks"));
            }
        return (new StreamPiece(words, rest), null);
    }

    private static FakeMessage With(FakeMessage message, StreamPiece piece)
    {
        if (piece.Text.Length == 0 && piece.Chunks.Count == 0)
            return message;
        var grown = message with
        {
            Text = message.Text + piece.Text,
            Appended = message.Appended.Add(piece.Text),
            Chunks = message.Chunks.AddRange(piece.Chunks)
        };
        return grown with { Blocks = Blocks(grown, null) };
    }

    private static JsonElement? Blocks(FakeMessage message, JsonArray? tail)
    {
        var blocks = new JsonArray();
        if (message.Text.Length > 0)
            blocks.Add((JsonNode)new JsonObject { ["type"] = "markdown", ["block_id"] = "stream", ["text"] = message.Text });
        foreach (var chunk in message.Chunks.Where(chunk => chunk.Text("type") is not ("task_update" or "plan_update")))
            blocks.Add(Json.Node(chunk));
        foreach (var block in tail ?? [])
            blocks.Add(block?.DeepClone());
        return Json.Element(blocks);
    }

    private sealed record StreamPiece(string Text, IReadOnlyList<JsonElement> Chunks);
}
