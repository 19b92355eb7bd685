using System.Text.Json.Nodes;
using PaperBot.Slack.Blocks;

namespace PaperBot.Host.Chat;

/// <summary>What a person does at the terminal, as Slack would tell it to the bot.</summary>
internal static class ChatPayloads
{
    public static JsonObject Mention(ChatMessage message) => Event(Said("app_mention", message));

    public static JsonObject Message(ChatMessage message)
    {
        var said = Said("message", message);
        said["channel_type"] = message.Channel == ChatPlace.Direct ? "im" : "channel";
        return Event(said);
    }

    public static JsonObject HomeOpened() =>
        Event(new JsonObject { ["type"] = "app_home_opened", ["user"] = ChatPlace.Person, ["channel"] = ChatPlace.Direct, ["tab"] = "home" });

    public static JsonObject LinksShared(ChatMessage message, IEnumerable<string> urls) => Event(new JsonObject
    {
        ["type"] = "link_shared",
        ["channel"] = message.Channel,
        ["user"] = ChatPlace.Person,
        ["message_ts"] = message.Ts,
        ["thread_ts"] = message.ThreadTs,
        ["links"] = new JsonArray([.. urls.Select(url => new JsonObject { ["url"] = url, ["domain"] = new Uri(url).Host })]),
    });

    public static JsonObject Command(string command, string text) => new()
    {
        ["command"] = command,
        ["text"] = text,
        ["trigger_id"] = Trigger(),
        ["response_url"] = ResponseAddress.New(ChatPlace.Channel),
        ["user_id"] = ChatPlace.Person,
        ["channel_id"] = ChatPlace.Channel,
        ["channel_name"] = ChatPlace.ChannelName,
        ["team_id"] = ChatPlace.Team,
    };

    public static JsonObject Pressed(ChatButton button)
    {
        var action = new JsonObject { ["type"] = button.Type, ["action_id"] = button.ActionId, ["block_id"] = "", ["action_ts"] = Trigger() };
        if (button.Value is { } value)
            action["value"] = value;
        if (button.SelectedOption is { } chosen)
            action["selected_option"] = new JsonObject { ["value"] = chosen };
        var pressed = Interaction("block_actions");
        pressed["actions"] = new JsonArray(action);
        if (button.Message is not { } message)
        {
            pressed["container"] = new JsonObject { ["type"] = "view" };
            pressed["view"] = new JsonObject { ["id"] = "VHOME", ["type"] = "home" };
            return pressed;
        }

        pressed["channel"] = new JsonObject { ["id"] = message.Channel };
        pressed["container"] = new JsonObject
        {
            ["type"] = "message",
            ["message_ts"] = message.Ts,
            ["thread_ts"] = message.ThreadTs,
            ["channel_id"] = message.Channel,
            ["is_ephemeral"] = message.IsPrivate,
        };
        pressed["message"] = new JsonObject
        {
            ["ts"] = message.Ts,
            ["thread_ts"] = message.ThreadTs,
            ["text"] = message.Text,
            ["user"] = ChatPlace.Bot,
            ["bot_id"] = ChatPlace.BotId,
        };
        pressed["response_url"] = ResponseAddress.New(message.Channel, message.Ts);
        return pressed;
    }

    public static JsonObject Shortcut(string callback)
    {
        var shortcut = Interaction("shortcut");
        shortcut["callback_id"] = callback;
        return shortcut;
    }

    public static JsonObject Submitted(string viewId, ModalView view, JsonObject state)
    {
        var submitted = Interaction("view_submission");
        submitted["view"] = new JsonObject
        {
            ["id"] = viewId,
            ["type"] = "modal",
            ["callback_id"] = view.CallbackId,
            ["private_metadata"] = view.PrivateMetadata ?? "",
            ["state"] = state.DeepClone(),
        };
        submitted["response_urls"] = new JsonArray(
            new JsonObject { ["response_url"] = ResponseAddress.New(ChatPlace.Channel), ["channel_id"] = ChatPlace.Channel });
        return submitted;
    }

    public static JsonObject Typed(string actionId, string text)
    {
        var typed = Interaction("block_suggestion");
        typed["action_id"] = actionId;
        typed["value"] = text;
        return typed;
    }

    private static JsonObject Interaction(string type) => new()
    {
        ["type"] = type,
        ["trigger_id"] = Trigger(),
        ["user"] = new JsonObject { ["id"] = ChatPlace.Person, ["name"] = "you", ["team_id"] = ChatPlace.Team },
        ["team"] = new JsonObject { ["id"] = ChatPlace.Team },
    };

    private static JsonObject Event(JsonObject inner) =>
        new() { ["type"] = "event_callback", ["event_id"] = Trigger(), ["team_id"] = ChatPlace.Team, ["event"] = inner };

    private static JsonObject Said(string type, ChatMessage message) => new()
    {
        ["type"] = type,
        ["channel"] = message.Channel,
        ["user"] = ChatPlace.Person,
        ["text"] = message.Text,
        ["ts"] = message.Ts,
        ["thread_ts"] = message.ThreadTs,
        ["team"] = ChatPlace.Team,
    };

    // What was answered under an id is kept in the library, so no other conversation may use it again.
    private static string Trigger() => $"terminal-{Guid.NewGuid():N}";
}
