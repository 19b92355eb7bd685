using static FakeSlack.ApiMethod;

namespace FakeSlack;

/// <summary>The methods, with the arguments, scopes and tiers of Slack's reference pages.</summary>
internal static class ApiMethods
{
    private static readonly string[] Look = ["as_user", "icon_emoji", "icon_url", "link_names", "parse", "username"];
    private static readonly string[] Content = ["attachments", "blocks", "markdown_text", "text"];
    private static readonly string[] Page = ["cursor", "limit"];
    private static readonly string[] Range = ["cursor", "include_all_metadata", "inclusive", "latest", "limit", "oldest"];

    public static IReadOnlyList<ApiMethod> All { get; } =
    [
        new("api.test", [], ["error", "foo"], null, Tier4, AppMethods.Test),
        new("auth.test", [], [], null, 0, AppMethods.AuthTest),
        new("apps.connections.open", [], [], null, Tier3, AppMethods.OpenConnection) { ForApp = true },
        new("team.info", [], ["domain", "team"], "team:read", Tier3, AppMethods.TeamInfo) { TakesJson = false },
        new("bots.info", [], ["bot", "team_id"], "users:read", Tier3, AppMethods.BotInfo) { TakesJson = false },
        new("users.info", ["user"], ["include_locale"], "users:read", Tier4, AppMethods.UserInfo) { TakesJson = false },
        new("users.list", [], [.. Page, "include_locale", "team_id"], "users:read", Tier2, AppMethods.UserList) { TakesJson = false },

        new("chat.postMessage", ["channel"],
            [.. Look, .. Content, "metadata", "mrkdwn", "reply_broadcast", "thread_ts", "unfurl_links", "unfurl_media"],
            "chat:write", 0, ChatMethods.Post),
        new("chat.postEphemeral", ["channel", "user"], [.. Look, .. Content, "thread_ts"], "chat:write", Tier4, ChatMethods.PostEphemeral),
        new("chat.update", ["channel", "ts"],
            [.. Content, "as_user", "file_ids", "link_names", "metadata", "parse", "reply_broadcast", "unfurled_attachments"],
            "chat:write", Tier3, ChatMethods.Update),
        new("chat.delete", ["channel", "ts"], ["as_user"], "chat:write", Tier3, ChatMethods.Delete),
        new("chat.getPermalink", ["channel", "message_ts"], [], null, 0, ChatMethods.Permalink) { TakesJson = false },
        new("chat.unfurl", ["unfurls"],
            ["channel", "metadata", "source", "ts", "unfurl_id", "user_auth_blocks", "user_auth_message", "user_auth_required", "user_auth_url"],
            "links:write", Tier3, UnfurlMethods.Unfurl),

        new("chat.startStream", ["channel", "thread_ts"],
            ["chunks", "icon_emoji", "icon_url", "markdown_text", "recipient_team_id", "recipient_user_id", "task_display_mode", "username"],
            "chat:write", Tier2, StreamMethods.Start),
        new("chat.appendStream", ["channel", "ts"], ["chunks", "markdown_text"], "chat:write", Tier4, StreamMethods.Append),
        new("chat.stopStream", ["channel", "ts"], ["blocks", "chunks", "markdown_text", "metadata"], "chat:write", Tier2, StreamMethods.Stop),

        new("conversations.history", ["channel"], Range, "*:history", Tier3, ConversationMethods.History) { TakesJson = false },
        new("conversations.replies", ["channel", "ts"], Range, "*:history", Tier3, ConversationMethods.Replies) { TakesJson = false },
        new("conversations.info", ["channel"], ["include_locale", "include_num_members"], "*:read", Tier3,
            ConversationMethods.Info) { TakesJson = false },
        new("conversations.members", ["channel"], Page, "*:read", Tier4, ConversationMethods.Members) { TakesJson = false },
        new("conversations.list", [], [.. Page, "exclude_archived", "team_id", "types"], "channels:read", Tier2,
            ConversationMethods.List) { TakesJson = false },
        new("users.conversations", [], [.. Page, "exclude_archived", "team_id", "types", "user"], "channels:read", Tier3,
            ConversationMethods.OfUser) { TakesJson = false },
        new("conversations.open", [], ["channel", "prevent_creation", "return_im", "users"], "im:write", Tier3, ConversationMethods.Open),
        new("conversations.join", ["channel"], [], "channels:join", Tier3, ConversationMethods.Join),

        new("reactions.add", ["channel", "name", "timestamp"], [], "reactions:write", Tier3, ReactionMethods.Add),
        new("reactions.remove", ["name"], ["channel", "file", "file_comment", "timestamp"], "reactions:write", Tier2, ReactionMethods.Remove),
        new("reactions.get", [], ["channel", "file", "file_comment", "full", "timestamp"], "reactions:read", Tier3,
            ReactionMethods.Get) { TakesJson = false },

        new("views.open", ["view"], ["interactivity_pointer", "trigger_id"], null, Tier4, ViewMethods.Open),
        new("views.push", ["view"], ["interactivity_pointer", "trigger_id"], null, Tier4, ViewMethods.Push),
        new("views.update", ["view"], ["external_id", "hash", "view_id"], null, Tier4, ViewMethods.Update),
        new("views.publish", ["user_id", "view"], ["hash"], null, Tier4, ViewMethods.Publish),

        new("assistant.threads.setStatus", ["channel_id", "status", "thread_ts"],
            ["icon_emoji", "icon_url", "loading_messages", "username"], "chat:write", 0, AssistantMethods.SetStatus),
        new("assistant.threads.setTitle", ["channel_id", "thread_ts", "title"], [], "assistant:write", Tier4, AssistantMethods.SetTitle),
        new("assistant.threads.setSuggestedPrompts", ["channel_id", "prompts"], ["thread_ts", "title"],
            "assistant:write", Tier4, AssistantMethods.SetSuggestedPrompts),

        new("files.getUploadURLExternal", ["filename", "length"], ["alt_txt", "snippet_type"], "files:write", Tier4,
            FileMethods.GetUploadUrl) { TakesJson = false },
        new("files.completeUploadExternal", ["files"], ["blocks", "channel_id", "channels", "initial_comment", "thread_ts"],
            "files:write", Tier4, FileMethods.Complete),
        new("files.info", ["file"], ["count", "cursor", "limit", "page"], "files:read", Tier4, FileMethods.Info) { TakesJson = false },
        new("files.delete", ["file"], [], "files:write", Tier3, FileMethods.Delete),
    ];
}
