using System.Text.Json.Nodes;

namespace FakeSlack;

/// <summary>Builds the events that the app subscribed to, and hands them to the dispatcher.</summary>
internal sealed class Events(FakeWorkspace workspace)
{
    /// <summary>A message was posted: the message event of its channel's kind, and <c>app_mention</c> when it names the bot.</summary>
    public void Posted(FakeMessage message)
    {
        if (workspace.Conversations.Find(message.Channel) is not { } channel || !channel.Has(workspace.BotUserId))
            return;
        var mentions = message.BotId is null && channel.Kind != ChannelKind.Direct
            && message.Text.Contains($"<@{workspace.BotUserId}>", StringComparison.Ordinal);
        if (mentions)
        {
            var mention = workspace.Shapes.Message(message);
            mention.Remove("subtype");
            (mention["type"], mention["channel"], mention["event_ts"]) = ("app_mention", channel.Id, message.Ts);
            Send("app_mention", mention, message.Ts);
        }
        var posted = workspace.Shapes.Message(message);
        if (message.BotId is null)
            posted["client_msg_id"] = Guid.NewGuid().ToString();
        Message(channel, posted, message.Ts);
    }

    public void Edited(FakeMessage before, FakeMessage after) => Hidden("message_changed", after, shape =>
    {
        shape["message"] = workspace.Shapes.Message(after);
        shape["previous_message"] = workspace.Shapes.Message(before);
    });

    public void Deleted(FakeMessage message) => Hidden("message_deleted", message, shape =>
    {
        shape["deleted_ts"] = message.Ts;
        shape["previous_message"] = workspace.Shapes.Message(message);
    });

    public void Reacted(FakeMessage message, string user, string emoji, bool added)
    {
        if (workspace.Conversations.Find(message.Channel)?.Has(workspace.BotUserId) != true)
            return;
        var type = added ? "reaction_added" : "reaction_removed";
        var ts = workspace.Conversations.Clock.Next();
        Send(type, new JsonObject
        {
            ["type"] = type,
            ["user"] = user,
            ["reaction"] = emoji,
            ["item_user"] = message.User,
            ["event_ts"] = ts,
            ["item"] = new JsonObject { ["type"] = "message", ["channel"] = message.Channel, ["ts"] = message.Ts },
        }, ts);
    }

    public void Joined(FakeChannel channel, string user, string? inviter)
    {
        var ts = workspace.Conversations.Clock.Next();
        var joined = new JsonObject
        {
            ["type"] = "member_joined_channel",
            ["user"] = user,
            ["channel"] = channel.Id,
            ["channel_type"] = channel.Kind == ChannelKind.Private ? "G" : "C",
            ["team"] = workspace.TeamId,
            ["event_ts"] = ts,
        };
        if (inviter is not null)
            joined["inviter"] = inviter;
        Send("member_joined_channel", joined, ts);
    }

    public void HomeOpened(FakeUser user, string tab)
    {
        var ts = workspace.Conversations.Clock.Next();
        var opened = new JsonObject
        {
            ["type"] = "app_home_opened",
            ["user"] = user.Id,
            ["channel"] = user.DirectChannel.Id,
            ["tab"] = tab,
            ["event_ts"] = ts,
        };
        if (tab == "home" && workspace.Home(user) is { } home)
            opened["view"] = workspace.Shapes.View(home);
        if (tab == "messages" && workspace.Options.Surface == AgentSurface.AgentView)
            opened["context"] = Context(user.Viewing);
        Send("app_home_opened", opened, ts);
    }

    public void ContextChanged(FakeUser user)
    {
        var ts = workspace.Conversations.Clock.Next();
        Send("app_context_changed", new JsonObject
        {
            ["type"] = "app_context_changed",
            ["user"] = user.Id,
            ["channel"] = user.DirectChannel.Id,
            ["context"] = Context(user.Viewing),
            ["event_ts"] = ts,
        }, ts);
    }

    public void Assistant(string type, FakeUser user, string threadTs)
    {
        var ts = workspace.Conversations.Clock.Next();
        var context = new JsonObject();
        if (user.Viewing is { } channel)
            (context["channel_id"], context["team_id"], context["enterprise_id"]) = (channel.Id, workspace.TeamId, null);
        Send(type, new JsonObject
        {
            ["type"] = type,
            ["event_ts"] = ts,
            ["assistant_thread"] = new JsonObject
            {
                ["user_id"] = user.Id,
                ["context"] = context,
                ["channel_id"] = user.DirectChannel.Id,
                ["thread_ts"] = threadTs,
            },
        }, ts);
    }

    /// <summary>Links to the app's domains were posted; Slack tells the app even where the bot is no member.</summary>
    public void LinksShared(FakeMessage message, IReadOnlyList<(string Domain, string Url)> links)
    {
        var channel = workspace.Conversations.Find(message.Channel)!;
        var shared = new JsonObject
        {
            ["type"] = "link_shared",
            ["channel"] = channel.Id,
            ["is_bot_user_member"] = channel.Has(workspace.BotUserId),
            ["user"] = message.User,
            ["message_ts"] = message.Ts,
            ["unfurl_id"] = workspace.NewUnfurlId(message),
            ["source"] = "conversations_history",
            ["event_ts"] = message.Ts,
            ["links"] = new JsonArray([.. links.Select(link => (JsonNode)new JsonObject { ["url"] = link.Url, ["domain"] = link.Domain })]),
        };
        if (message.ThreadTs is not null)
            shared["thread_ts"] = message.ThreadTs;
        Send("link_shared", shared, message.Ts);
    }

    /// <summary>Puts an event into Slack's wrapper and sends it, when the app subscribed to it.</summary>
    public Delivery? Send(string subscription, JsonObject body, string eventTs)
    {
        if (workspace.Options.Events is { } subscribed && !subscribed.Contains(subscription))
            return null;
        var id = Ids.New("Ev");
        var wrapper = new JsonObject
        {
            ["token"] = workspace.VerificationToken,
            ["team_id"] = workspace.TeamId,
            ["context_team_id"] = workspace.TeamId,
            ["context_enterprise_id"] = null,
            ["api_app_id"] = workspace.ApiAppId,
            ["event"] = body,
            ["type"] = "event_callback",
            ["event_id"] = id,
            ["event_time"] = Timestamps.Read(eventTs).ToUnixTimeSeconds(),
            ["authorizations"] = new JsonArray(new JsonObject
            {
                ["enterprise_id"] = null,
                ["team_id"] = workspace.TeamId,
                ["user_id"] = workspace.BotUserId,
                ["is_bot"] = true,
                ["is_enterprise_install"] = false,
            }),
            ["is_ext_shared_channel"] = false,
            ["event_context"] = "4-" + Ids.Secret(60),
        };
        return workspace.Dispatcher.Enqueue(new Delivery("events_api", body["type"]!.ToString(), Json.Element(wrapper), id));
    }

    private JsonObject Context(FakeChannel? viewing) => viewing is null ? [] : new JsonObject
    {
        ["entities"] = new JsonArray(new JsonObject
        {
            ["type"] = "slack#/types/channel_id",
            ["value"] = viewing.Id,
            ["team_id"] = workspace.TeamId,
        }),
    };

    private void Hidden(string subtype, FakeMessage message, Action<JsonObject> fill)
    {
        if (workspace.Conversations.Find(message.Channel) is not { } channel || !channel.Has(workspace.BotUserId))
            return;
        var ts = workspace.Conversations.Clock.Next();
        var shape = new JsonObject { ["type"] = "message", ["subtype"] = subtype, ["hidden"] = true, ["ts"] = ts };
        fill(shape);
        Message(channel, shape, ts);
    }

    private void Message(FakeChannel channel, JsonObject shape, string ts)
    {
        (shape["channel"], shape["channel_type"], shape["event_ts"]) = (channel.Id, channel.EventType, ts);
        Send(channel.Kind switch { ChannelKind.Public => "message.channels", ChannelKind.Private => "message.groups", _ => "message.im" }, shape, ts);
    }
}
