using System.Text.Json;
using PaperBot.Slack.Dispatch;

namespace PaperBot.Slack.Events;

/// <summary>Reads the inner part of an event. Whatever is missing or of another type leaves its property as it is without it.</summary>
internal static class EventReader
{
    public static SlackEvent Read(JsonElement e) => e.TextOrEmpty("type") switch
    {
        "app_mention" => ReadMessage(e, new AppMention()),
        "message" => ReadMessage(e, new MessageEvent
        {
            Subtype = e.Text("subtype"),
            ChannelType = e.Text("channel_type"),
            DeletedTs = e.Text("deleted_ts"),
            AssistantThread = e.Keep("assistant_thread"),
        }),
        "app_home_opened" => new AppHomeOpened { User = e.TextOrEmpty("user"), Channel = e.TextOrEmpty("channel"), Tab = e.TextOrEmpty("tab") },
        "link_shared" => new LinkShared
        {
            Channel = e.TextOrEmpty("channel"),
            User = e.TextOrEmpty("user"),
            MessageTs = e.TextOrEmpty("message_ts"),
            ThreadTs = e.Text("thread_ts"),
            UnfurlId = e.Text("unfurl_id"),
            Source = e.Text("source"),
            Links = e.Objects("links", link => new SharedLink { Domain = link.TextOrEmpty("domain"), Url = link.TextOrEmpty("url") }),
        },
        "reaction_added" => new ReactionAdded
        {
            User = e.TextOrEmpty("user"),
            Reaction = e.TextOrEmpty("reaction"),
            ItemUser = e.Text("item_user"),
            Item = e.Get("item") is { ValueKind: JsonValueKind.Object } item
                ? new ReactedItem { Channel = item.TextOrEmpty("channel"), Ts = item.TextOrEmpty("ts") } : null,
        },
        "assistant_thread_started" => new AssistantThreadStarted { AssistantThread = ReadThread(e) },
        "assistant_thread_context_changed" => new AssistantThreadContextChanged { AssistantThread = ReadThread(e) },
        "member_joined_channel" => new MemberJoinedChannel
        {
            User = e.TextOrEmpty("user"),
            Channel = e.TextOrEmpty("channel"),
            Inviter = e.Text("inviter"),
        },
        var type => new UnknownEvent(type, e.Clone()),
    };

    private static MessageBase ReadMessage(JsonElement e, MessageBase message) => message with
    {
        Channel = e.TextOrEmpty("channel"),
        User = e.Text("user"),
        BotId = e.Text("bot_id"),
        Text = e.TextOrEmpty("text"),
        Ts = e.TextOrEmpty("ts"),
        ThreadTs = e.Text("thread_ts"),
        Files = e.Objects("files", file => new SharedFile
        {
            Id = file.TextOrEmpty("id"),
            Name = file.Text("name"),
            Mimetype = file.Text("mimetype"),
        }),
        Team = e.Text("team"),
        Edited = e.Keep("edited"),
    };

    private static AssistantThread ReadThread(JsonElement e)
    {
        var thread = e.Object("assistant_thread");
        return new AssistantThread
        {
            UserId = thread.TextOrEmpty("user_id"),
            ChannelId = thread.TextOrEmpty("channel_id"),
            ThreadTs = thread.TextOrEmpty("thread_ts"),
        };
    }
}
