namespace FakeSlack;

/// <summary>Posting, changing and deleting messages.</summary>
internal static class ChatMethods
{
    public static ApiReply Post(ApiCall call)
    {
        var workspace = call.Workspace;
        var channel = Target(workspace, call.Text("channel")!);
        if (channel is null)
            return ApiReply.Error("channel_not_found");
        if (!channel.Has(workspace.BotUserId))
            return ApiReply.Error(channel.Kind == ChannelKind.Public ? "not_in_channel" : "channel_not_found");
        if (channel.IsArchived)
            return ApiReply.Error("is_archived");
        var (content, error) = MessageContent.Read(call);
        if (error is not null)
            return error;
        if (!content!.ShowsSomething)
            return ApiReply.Error("no_text");
        var threadTs = call.Text("thread_ts");
        if (threadTs is not null && !Timestamps.IsTimestamp(threadTs))
            return ApiReply.Error("invalid_arguments", "thread_ts is not a timestamp");
        // Past its limit Slack cuts the text of a new message.
        var text = content.Text ?? "";
        if (text.Length > MessageContent.LongestText)
            text = text[..MessageContent.LongestText];
        var customized = call.Text("username") is not null;
        var posted = workspace.Conversations.Post(new FakeMessage
        {
            Channel = channel.Id,
            Ts = "",
            ThreadTs = Root(workspace, channel.Id, threadTs),
            User = workspace.BotUserId,
            BotId = workspace.BotId,
            Text = text,
            Blocks = content.Blocks,
            Attachments = content.Attachments,
            Metadata = content.Metadata,
            Username = call.Text("username"),
            Subtype = customized ? "bot_message" : threadTs is not null && call.Arguments.Flag("reply_broadcast") ? "thread_broadcast" : null,
        });
        workspace.ClearStatus(posted);
        workspace.Events.Posted(posted);
        return ApiReply.Ok(("channel", channel.Id), ("ts", posted.Ts), ("message", workspace.Shapes.Message(posted, metadata: true)));
    }

    public static ApiReply PostEphemeral(ApiCall call)
    {
        var workspace = call.Workspace;
        if (workspace.Conversations.Find(call.Text("channel")) is not { } channel)
            return ApiReply.Error("channel_not_found");
        if (!channel.Has(workspace.BotUserId))
            return ApiReply.Error(channel.Kind == ChannelKind.Public ? "not_in_channel" : "channel_not_found");
        if (!workspace.Knows(call.Text("user")!) || !channel.Has(call.Text("user")!))
            return ApiReply.Error("user_not_in_channel");
        var (content, error) = MessageContent.Read(call);
        if (error is not null)
            return error;
        if (!content!.ShowsSomething)
            return ApiReply.Error("no_text");
        if (content.Text?.Length > MessageContent.LongestText)
            return ApiReply.Error("msg_too_long");
        var posted = workspace.Conversations.PostEphemeral(new FakeMessage
        {
            Channel = channel.Id,
            Ts = "",
            ThreadTs = call.Text("thread_ts"),
            User = workspace.BotUserId,
            BotId = workspace.BotId,
            Text = content.Text ?? "",
            Blocks = content.Blocks,
            Attachments = content.Attachments,
        }, call.Text("user")!);
        return ApiReply.Ok(("message_ts", posted.Ts));
    }

    public static ApiReply Update(ApiCall call)
    {
        var workspace = call.Workspace;
        var (found, error) = Own(call, "cant_update_message");
        if (error is not null)
            return error;
        if (found!.Streaming == StreamState.InProgress && !workspace.Streams.HasExpired(found))
            return ApiReply.Error("streaming_state_conflict");
        var (content, wrong) = MessageContent.Read(call);
        if (wrong is not null)
            return wrong;
        if (content!.Text?.Length > MessageContent.LongestText)
            return ApiReply.Error("msg_too_long");
        if (!content.ShowsSomething && !call.Arguments.Has("metadata") && !call.Arguments.Has("blocks"))
            return ApiReply.Error("no_text");
        var textOnly = content.Text is not null && !call.Arguments.Has("blocks") && !call.Arguments.Has("markdown_text");
        var changed = workspace.Edit(found, before => before with
        {
            Text = content.Text ?? before.Text,
            // Text without blocks takes the place of the old blocks.
            Blocks = call.Arguments.Has("blocks") || call.Arguments.Has("markdown_text") ? content.Blocks : textOnly ? null : before.Blocks,
            Attachments = content.Attachments ?? (textOnly ? null : before.Attachments),
            Metadata = content.Metadata ?? before.Metadata,
            Streaming = before.Streaming == StreamState.InProgress ? StreamState.Completed : before.Streaming,
        }, shown: textOnly, workspace.BotUserId);
        return ApiReply.Ok(
            ("channel", found.Channel), ("ts", found.Ts), ("text", changed!.Text), ("message", workspace.Shapes.Message(changed, metadata: true)));
    }

    public static ApiReply Delete(ApiCall call)
    {
        var (found, error) = Own(call, "cant_delete_message");
        if (error is not null)
            return error;
        call.Workspace.Remove(found!);
        return ApiReply.Ok(("channel", found!.Channel), ("ts", found.Ts));
    }

    public static ApiReply Permalink(ApiCall call)
    {
        if (call.Workspace.Conversations.Find(call.Text("channel")) is not { } channel)
            return ApiReply.Error("channel_not_found");
        if (call.Workspace.Conversations.Of(channel.Id).Find(call.Text("message_ts")!) is not { } message)
            return ApiReply.Error("message_not_found");
        return ApiReply.Ok(("channel", channel.Id), ("permalink", call.Workspace.Permalink(message)));
    }

    /// <summary>The root of the thread, even where a reply's timestamp was given; Slack threads under the root in both cases.</summary>
    internal static string? Root(FakeWorkspace workspace, string channel, string? threadTs) =>
        threadTs is null ? null : workspace.Conversations.Of(channel).Find(threadTs) is { IsTopLevel: false, ThreadTs: { } root } ? root : threadTs;

    /// <summary>A channel by id or, where a person's id is given, the conversation with that person.</summary>
    private static FakeChannel? Target(FakeWorkspace workspace, string id) =>
        workspace.Conversations.Find(id) ?? (workspace.FindUser(id) is { } user ? user.DirectChannel : null);

    private static (FakeMessage? Found, ApiReply? Error) Own(ApiCall call, string notOwn)
    {
        if (call.Workspace.Conversations.Find(call.Text("channel")) is not { } channel)
            return (null, ApiReply.Error("channel_not_found"));
        if (call.Workspace.Conversations.Of(channel.Id).Find(call.Text("ts")!) is not { } message)
            return (null, ApiReply.Error("message_not_found"));
        return message.BotId == call.Workspace.BotId ? (message, null) : (null, ApiReply.Error(notOwn));
    }
}
