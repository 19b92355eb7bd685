using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace FakeSlack;

/// <summary>Commands, clicks, submissions and shortcuts of one person, in the payloads of Slack's reference.</summary>
internal sealed partial class Interactions(FakeWorkspace workspace, FakeUser user)
{
    private string Now => Shapes.Seconds(workspace.Time.GetUtcNow());

    public async Task<CommandReply> CommandAsync(FakeChannel channel, string command, string text)
    {
        var responseUrl = workspace.ResponseUrls.New(user.Id, channel.Id, null, null);
        var delivery = await SendAsync("slash_commands", command, new JsonObject
        {
            ["token"] = workspace.VerificationToken,
            ["team_id"] = workspace.TeamId,
            ["team_domain"] = workspace.Options.Domain,
            ["channel_id"] = channel.Id,
            ["channel_name"] = channel.NameInPayloads,
            ["user_id"] = user.Id,
            ["user_name"] = user.Name,
            ["command"] = command,
            ["text"] = text,
            ["api_app_id"] = workspace.ApiAppId,
            ["is_enterprise_install"] = "false",
            ["response_url"] = responseUrl,
            ["trigger_id"] = workspace.NewTrigger(user.Id),
        });
        return new CommandReply(delivery, ShowAck(delivery, channel, command), responseUrl);
    }

    public Task<Delivery> ClickAsync(FakeMessage message, string button) => ActAsync(InMessage(message), Button(message.Elements, button), null);

    public Task<Delivery> ClickAsync(FakeView view, string button) => ActAsync(InView(view), Button(view.Elements, button), null);

    public Task<Delivery> SelectAsync(FakeMessage message, string actionId, string[] chosen)
    {
        var element = Element(message.Elements, actionId);
        return ActAsync(InMessage(message), element, Values.For(element, chosen));
    }

    public Task<Delivery> SelectAsync(FakeView view, string actionId, string[] chosen)
    {
        var element = Element(view.Elements, actionId);
        var value = Values.For(element, chosen);
        var changed = element.HoldsState ? workspace.Views.Change(view.Id, current => Entered(current, element, value))! : view;
        return ActAsync(InView(changed), element, value);
    }

    public Task<IReadOnlyList<FakeOption>> TypeaheadAsync(FakeView view, string actionId, string text) =>
        SuggestAsync(InView(view), Element(view.Elements, actionId), text);

    public Task<IReadOnlyList<FakeOption>> TypeaheadAsync(FakeMessage message, string actionId, string text) =>
        SuggestAsync(InMessage(message), Element(message.Elements, actionId), text);

    public Task<Delivery> MessageShortcutAsync(FakeMessage message, string callbackId)
    {
        var payload = Payload("message_action");
        var channel = workspace.Conversations.Find(message.Channel)!;
        (payload["action_ts"], payload["callback_id"], payload["trigger_id"]) = (Now, callbackId, workspace.NewTrigger(user.Id));
        payload["response_url"] = workspace.ResponseUrls.New(user.Id, channel.Id, message.ThreadTs, null);
        (payload["message_ts"], payload["channel"], payload["message"]) = (message.Ts, ChannelOf(channel), workspace.Shapes.Message(message));
        return SendAsync("interactive", "message_action", payload);
    }

    public Task<Delivery> GlobalShortcutAsync(string callbackId)
    {
        var payload = Payload("shortcut");
        (payload["action_ts"], payload["callback_id"], payload["trigger_id"]) = (Now, callbackId, workspace.NewTrigger(user.Id));
        return SendAsync("interactive", "shortcut", payload);
    }

    private static BlockElement Button(IReadOnlyList<BlockElement> elements, string name) =>
        elements.FirstOrDefault(element => element.ActionId == name)
            ?? elements.FirstOrDefault(element => element.Label == name || element.Value == name)
        ?? throw new InvalidOperationException(
            $"There is no «{name}» to click; there are: {string.Join(", ", elements.Select(element => element.Label ?? element.ActionId))}.");

    private static BlockElement Element(IReadOnlyList<BlockElement> elements, string actionId) =>
        elements.FirstOrDefault(element => element.ActionId == actionId)
        ?? throw new InvalidOperationException(
            $"There is no «{actionId}»; there are: {string.Join(", ", elements.Select(element => element.ActionId))}.");

    private FakeMessage? ShowAck(Delivery delivery, FakeChannel channel, string command)
    {
        if (!delivery.IsAcknowledged)
        {
            var late = delivery.Attempts is [.., var last] && last.Outcome.EndsWith("timeout", StringComparison.Ordinal);
            return workspace.Conversations.PostEphemeral(new FakeMessage
            {
                Channel = channel.Id,
                Ts = "",
                User = "USLACKBOT",
                Text = $"{command} failed with the error \"{(late ? "operation_timeout" : "dispatch_failed")}\"",
            }, user.Id);
        }
        if (delivery.AckBody is not { } body)
            return null;
        var content = Json.Parse(body) is { ValueKind: JsonValueKind.Object } json ? json : JsonSerializer.SerializeToElement(new { text = body });
        var ticket = new ResponseTicket(user.Id, channel.Id, null, null, DateTimeOffset.MaxValue);
        return content.EnumerateObject().Any() ? workspace.ResponseUrls.Show(ticket, content) : null;
    }

    private async Task<Delivery> ActAsync(JsonObject payload, BlockElement element, JsonObject? value)
    {
        var action = new JsonObject { ["action_id"] = element.ActionId, ["block_id"] = element.BlockId };
        if (element.Type is "button" or "icon_button" or "feedback_buttons")
        {
            action["text"] = element.Type == "feedback_buttons" ? Json.PlainText(element.Label ?? "") : Json.Node(element.Json.Child("text"));
            if (element.Value is not null)
                action["value"] = element.Value;
            foreach (var name in (string[])["url", "style", "icon"])
                if (element.Json.Text(name) is { } text)
                    action[name] = text;
        }
        foreach (var (name, part) in value ?? [])
            action[name] = part?.DeepClone();
        (action["type"], action["action_ts"]) = (element.Type, Now);
        (payload["trigger_id"], payload["actions"]) = (workspace.NewTrigger(user.Id, payload["view"]?["id"]?.ToString()), new JsonArray(action));
        payload["type"] = "block_actions";
        return await SendAsync("interactive", "block_actions", payload);
    }

    private async Task<IReadOnlyList<FakeOption>> SuggestAsync(JsonObject payload, BlockElement element, string text)
    {
        var least = element.Json.Child("min_query_length") is { ValueKind: JsonValueKind.Number } number ? number.GetInt32() : 3;
        if (text.Length < least)
            throw new InvalidOperationException($"The menu waits for {least.ToString(CultureInfo.InvariantCulture)} letters.");
        (payload["type"], payload["action_id"], payload["block_id"], payload["value"]) = ("block_suggestion", element.ActionId, element.BlockId,
            text);
        payload.Remove("response_url");
        payload.Remove("state");
        var delivery = await SendAsync("interactive", "block_suggestion", payload);
        if (!delivery.IsAcknowledged || delivery.AckJson is not { } answer)
            throw new InvalidOperationException($"The app gave no options: {delivery}.");
        var options = answer.Items("options").Concat(answer.Items("option_groups").SelectMany(group => group.Items("options"))).ToList();
        return BlockRules.ForOptions(answer) is { Count: > 0 } problems
            ? throw new InvalidOperationException("Slack shows no options: " + string.Join("; ", problems))
            : [.. options.Select(option => new FakeOption(option.Words("text") ?? "", option.Text("value") ?? "", option))];
    }

    private JsonObject InMessage(FakeMessage message)
    {
        var payload = Payload("block_actions");
        var channel = workspace.Conversations.Find(message.Channel)!;
        var container = new JsonObject
        {
            ["type"] = "message",
            ["message_ts"] = message.Ts,
            ["channel_id"] = channel.Id,
            ["is_ephemeral"] = message.EphemeralTo is not null,
        };
        if (message.ThreadTs is not null)
            container["thread_ts"] = message.ThreadTs;
        (payload["container"], payload["channel"]) = (container, ChannelOf(channel));
        // Slack does not send the content of an ephemeral message back.
        if (message.EphemeralTo is null)
            payload["message"] = workspace.Shapes.Message(message);
        payload["state"] = new JsonObject { ["values"] = new JsonObject() };
        payload["response_url"] = workspace.ResponseUrls.New(user.Id, channel.Id, message.ThreadTs, message);
        return payload;
    }

    private JsonObject InView(FakeView view)
    {
        var payload = Payload("block_actions");
        payload["container"] = new JsonObject { ["type"] = "view", ["view_id"] = view.Id };
        payload["view"] = workspace.Shapes.View(WithDefaults(view));
        return payload;
    }

    private JsonObject Payload(string type) => new()
    {
        ["type"] = type,
        ["token"] = workspace.VerificationToken,
        ["api_app_id"] = workspace.ApiAppId,
        ["team"] = new JsonObject { ["id"] = workspace.TeamId, ["domain"] = workspace.Options.Domain },
        ["user"] = new JsonObject { ["id"] = user.Id, ["username"] = user.Name, ["name"] = user.Name, ["team_id"] = workspace.TeamId },
        ["enterprise"] = null,
        ["is_enterprise_install"] = false,
    };

    private static JsonObject ChannelOf(FakeChannel channel) => new() { ["id"] = channel.Id, ["name"] = channel.NameInPayloads };

    private async Task<Delivery> SendAsync(string kind, string type, JsonObject payload) =>
        await workspace.Dispatcher.Enqueue(new Delivery(kind, type, Json.Element(payload), null)).Done;
}
