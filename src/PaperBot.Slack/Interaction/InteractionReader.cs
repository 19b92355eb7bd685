using System.Text.Json;
using PaperBot.Slack.Dispatch;

namespace PaperBot.Slack.Interaction;

/// <summary>Reads commands and interactions. Whatever is missing or of another type leaves its property as it is without it.</summary>
internal static class InteractionReader
{
    public static SlashCommand ReadCommand(JsonElement e) => new()
    {
        Command = e.TextOrEmpty("command"),
        Text = e.TextOrEmpty("text"),
        TriggerId = e.TextOrEmpty("trigger_id"),
        ResponseUrl = e.TextOrEmpty("response_url"),
        UserId = e.TextOrEmpty("user_id"),
        ChannelId = e.TextOrEmpty("channel_id"),
        ChannelName = e.Text("channel_name"),
        TeamId = e.TextOrEmpty("team_id"),
    };

    /// <returns>Null for a kind that has no record, for instance <c>view_closed</c>.</returns>
    public static object? Read(JsonElement e) => e.Text("type") switch
    {
        "block_actions" => ReadActions(e),
        "view_submission" => new ViewSubmission
        {
            User = ReadNamed(e, "user") ?? new(),
            Team = ReadNamed(e, "team"),
            View = ReadView(e) ?? new(),
            TriggerId = e.TextOrEmpty("trigger_id"),
            ResponseUrls = e.Objects("response_urls", url => new ViewResponseUrl
            {
                ResponseUrl = url.TextOrEmpty("response_url"),
                ChannelId = url.TextOrEmpty("channel_id"),
            }),
        },
        "message_action" => new MessageShortcut
        {
            CallbackId = e.TextOrEmpty("callback_id"),
            User = ReadNamed(e, "user") ?? new(),
            Channel = ReadNamed(e, "channel") ?? new(),
            Message = ReadMessage(e) ?? new(),
            TriggerId = e.TextOrEmpty("trigger_id"),
            ResponseUrl = e.TextOrEmpty("response_url"),
        },
        "shortcut" => new GlobalShortcut
        {
            CallbackId = e.TextOrEmpty("callback_id"),
            User = ReadNamed(e, "user") ?? new(),
            TriggerId = e.TextOrEmpty("trigger_id"),
        },
        "block_suggestion" => new BlockOptionsRequest
        {
            ActionId = e.TextOrEmpty("action_id"),
            Value = e.TextOrEmpty("value"),
            User = ReadNamed(e, "user") ?? new(),
            View = ReadView(e),
        },
        _ => null,
    };

    private static BlockActionRequest ReadActions(JsonElement e) => new()
    {
        User = ReadNamed(e, "user") ?? new(),
        Team = ReadNamed(e, "team"),
        Channel = ReadNamed(e, "channel"),
        Message = ReadMessage(e),
        Container = ReadContainer(e.Object("container")),
        View = ReadView(e),
        TriggerId = e.TextOrEmpty("trigger_id"),
        ResponseUrl = e.Text("response_url"),
        Actions = e.Objects("actions", action => ReadAction(action, "", "")),
        State = e.Get("state") is { ValueKind: JsonValueKind.Object } state ? ReadState(state) : null,
    };

    private static PayloadContainer ReadContainer(JsonElement e) => new()
    {
        Type = e.TextOrEmpty("type"),
        MessageTs = e.Text("message_ts"),
        ThreadTs = e.Text("thread_ts"),
        ChannelId = e.Text("channel_id"),
        IsEphemeral = e.IsTrue("is_ephemeral"),
    };

    private static Named? ReadNamed(JsonElement parent, string name) => parent.Get(name) is { ValueKind: JsonValueKind.Object } e
        ? new Named { Id = e.TextOrEmpty("id"), Name = e.Text("name") ?? e.Text("username") ?? e.Text("domain") } : null;

    private static PayloadMessage? ReadMessage(JsonElement parent) => parent.Get("message") is { ValueKind: JsonValueKind.Object } e
        ? new PayloadMessage
        {
            Ts = e.TextOrEmpty("ts"),
            ThreadTs = e.Text("thread_ts"),
            Text = e.TextOrEmpty("text"),
            User = e.Text("user"),
            BotId = e.Text("bot_id"),
            Blocks = e.Keep("blocks"),
            Attachments = e.Keep("attachments"),
        }
        : null;

    private static PayloadView? ReadView(JsonElement parent) => parent.Get("view") is { ValueKind: JsonValueKind.Object } e
        ? new PayloadView
        {
            Id = e.TextOrEmpty("id"),
            Type = e.TextOrEmpty("type"),
            CallbackId = e.TextOrEmpty("callback_id"),
            PrivateMetadata = e.TextOrEmpty("private_metadata"),
            Hash = e.Text("hash"),
            State = ReadState(e.Object("state")),
        }
        : null;

    private static ViewState ReadState(JsonElement e)
    {
        var blocks = new Dictionary<string, IReadOnlyDictionary<string, BlockAction>>(StringComparer.Ordinal);
        foreach (var block in Properties(e.Object("values")))
        {
            var fields = new Dictionary<string, BlockAction>(StringComparer.Ordinal);
            foreach (var field in Properties(block.Value))
                fields[field.Name] = ReadAction(field.Value, field.Name, block.Name);
            blocks[block.Name] = fields;
        }

        return new ViewState { Values = blocks };
    }

    private static IEnumerable<JsonProperty> Properties(JsonElement e) =>
        e.ValueKind == JsonValueKind.Object ? e.EnumerateObject().Where(property => property.Value.ValueKind == JsonValueKind.Object) : [];

    // Fields of a view have their ids outside, as names; used elements have them inside.
    private static BlockAction ReadAction(JsonElement e, string actionId, string blockId) => new()
    {
        Type = e.TextOrEmpty("type"),
        ActionId = e.Text("action_id") ?? actionId,
        BlockId = e.Text("block_id") ?? blockId,
        Value = e.Text("value"),
        SelectedOption = e.Get("selected_option") is { ValueKind: JsonValueKind.Object } option ? ReadOption(option) : null,
        SelectedOptions = e.Objects("selected_options", ReadOption),
        SelectedUsers = e.Texts("selected_users"),
        SelectedConversation = e.Text("selected_conversation"),
        ActionTs = e.Text("action_ts"),
    };

    private static ChosenOption ReadOption(JsonElement e) => new() { Value = e.TextOrEmpty("value") };
}
