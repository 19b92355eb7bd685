using System.Text.Json;
using System.Text.Json.Nodes;

namespace FakeSlack;

/// <summary>Uploads in two steps, and files.</summary>
internal static class FileMethods
{
    public static ApiReply GetUploadUrl(ApiCall call)
    {
        if (call.Arguments.Number("length") is not { } length || length < 1)
            return ApiReply.Error("invalid_arguments", "length must be a positive integer");
        var (ticket, id) = call.Workspace.Files.Expect(call.Text("filename")!, length);
        return ApiReply.Ok(("upload_url", $"{call.Workspace.BaseUrl}upload/v1/{ticket}"), ("file_id", id));
    }

    public static ApiReply Complete(ApiCall call)
    {
        var workspace = call.Workspace;
        if (call.Arguments.Structure("files") is not { ValueKind: JsonValueKind.Array } list)
            return ApiReply.Error("invalid_arguments", "must be an array [json-pointer:/files]");
        FakeChannel? channel = null;
        if ((call.Text("channel_id") ?? call.Text("channels")) is { } id)
        {
            if ((channel = workspace.Conversations.Find(id)) is null)
                return ApiReply.Error("channel_not_found");
            if (!channel.Has(workspace.BotUserId))
                return ApiReply.Error("not_in_channel");
        }
        var blocks = call.Arguments.Structure("blocks");
        if (MessageContent.CheckBlocks(blocks) is { } wrong)
            return wrong;
        var files = list.EnumerateArray().Select(file => workspace.Files.Complete(file.Text("id") ?? "", file.Text("title"))).ToList();
        if (files.Contains(null))
            return ApiReply.Error("file_not_found");
        if (channel is not null)
            workspace.Events.Posted(workspace.Conversations.Post(new FakeMessage
            {
                Channel = channel.Id,
                Ts = "",
                ThreadTs = ChatMethods.Root(workspace, channel.Id, call.Text("thread_ts")),
                User = workspace.BotUserId,
                BotId = workspace.BotId,
                Text = call.Text("initial_comment") ?? "",
                Files = [.. files.OfType<FakeFile>()],
                Subtype = "file_share",
                Blocks = blocks is { ValueKind: JsonValueKind.Array } given ? BlockNames.Fill(given) : null,
            }));
        return ApiReply.Ok(("files", new JsonArray([.. files.Select(file => (JsonNode)workspace.Shapes.File(file!))])));
    }

    public static ApiReply Info(ApiCall call) => call.Workspace.Files.Find(call.Text("file")!) is { } file
        ? ApiReply.Ok(("file", call.Workspace.Shapes.File(file))) : ApiReply.Error("file_not_found");

    public static ApiReply Delete(ApiCall call)
    {
        if (call.Workspace.Files.Find(call.Text("file")!) is not { } file)
            return ApiReply.Error("file_not_found");
        return file.User == call.Workspace.BotUserId && call.Workspace.Files.Remove(file.Id) ? ApiReply.Ok() : ApiReply.Error("cant_delete_file");
    }
}
