using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace FakeSlack;

/// <summary>Messages, persons, channels, files and views in the JSON that Slack's reference shows.</summary>
internal sealed partial class Shapes(FakeWorkspace workspace)
{
    public JsonObject Message(FakeMessage message, bool metadata = false)
    {
        var shape = new JsonObject { ["type"] = "message" };
        Set(shape, "subtype", message.Subtype);
        Set(shape, "user", message.User);
        shape["ts"] = message.Ts;
        if (message.BotId is { } botId)
        {
            (shape["bot_id"], shape["app_id"]) = (botId, botId == workspace.BotId ? workspace.ApiAppId : "A0OTHERAPP");
            shape["bot_profile"] = Bot(botId);
        }
        Set(shape, "username", message.Username);
        (shape["text"], shape["team"]) = (message.Text, workspace.TeamId);
        SetJson(shape, "blocks", message.Blocks);
        Attachments(shape, message);
        Set(shape, "thread_ts", message.ThreadTs);
        if (!message.IsTopLevel && workspace.Conversations.Of(message.Channel).Find(message.ThreadTs!) is { User: { } parent })
            shape["parent_user_id"] = parent;
        if (message.Files.Count > 0)
            shape["files"] = new JsonArray([.. message.Files.Select(File)]);
        if (message.Reactions.Count > 0)
            shape["reactions"] = new JsonArray([.. message.Reactions.Select(reaction => (JsonNode)new JsonObject
            {
                ["name"] = reaction.Name, ["users"] = Json.Strings(reaction.Users), ["count"] = reaction.Users.Count,
            })]);
        if (message.Edited is { } edited)
            shape["edited"] = new JsonObject { ["user"] = edited.User, ["ts"] = edited.Ts };
        if (message.Streaming != StreamState.None)
            shape["streaming_state"] = message.Streaming switch
            {
                StreamState.InProgress => "in_progress",
                StreamState.Completed => "completed",
                _ => "errored",
            };
        if (metadata)
            SetJson(shape, "metadata", message.Metadata);
        Replies(shape, message);
        return shape;
    }

    public JsonObject View(FakeView view)
    {
        var shape = (JsonObject)Json.Node(view.Json)!;
        foreach (var name in (string[])["private_metadata", "callback_id", "external_id"])
            shape[name] ??= "";
        foreach (var name in (string[])["title", "close", "submit"])
            if (!shape.ContainsKey(name))
                shape[name] = null;
        foreach (var name in (string[])["clear_on_close", "notify_on_close"])
            shape[name] ??= false;
        (shape["id"], shape["team_id"], shape["hash"], shape["app_id"]) = (view.Id, workspace.TeamId, view.Hash, workspace.ApiAppId);
        (shape["root_view_id"], shape["previous_view_id"]) = (view.RootId, view.PreviousId);
        (shape["app_installed_team_id"], shape["bot_id"]) = (workspace.TeamId, workspace.BotId);
        shape["state"] = new JsonObject { ["values"] = State(view) };
        return shape;
    }

    public static JsonObject State(FakeView view) => new(view.State.Select(block => KeyValuePair.Create(
        block.Key, (JsonNode?)new JsonObject(block.Value.Select(action => KeyValuePair.Create(action.Key, Json.Node(action.Value)))))));

    private static void Set(JsonObject shape, string name, string? value)
    {
        if (value is not null)
            shape[name] = value;
    }

    private static void SetJson(JsonObject shape, string name, JsonElement? value)
    {
        if (value is not null)
            shape[name] = Json.Node(value);
    }

    private static void Attachments(JsonObject shape, FakeMessage message)
    {
        if (message.Attachments is null && message.Unfurls.IsEmpty)
            return;
        var attachments = Json.Node(message.Attachments) as JsonArray ?? [];
        foreach (var (link, unfurl) in message.Unfurls)
            if (Json.Node(unfurl) is JsonObject attachment)
            {
                (attachment["id"], attachment["from_url"], attachment["app_unfurl_url"], attachment["is_app_unfurl"]) =
                    (attachments.Count + 1, link, link, true);
                attachments.Add((JsonNode)attachment);
            }
        shape["attachments"] = attachments;
    }

    private void Replies(JsonObject shape, FakeMessage message)
    {
        if (message.EphemeralTo is not null || !message.IsTopLevel
            || workspace.Conversations.Of(message.Channel).Replies(message.Ts) is not { Count: > 0 } replies)
            return;
        var users = replies.Select(reply => reply.User).OfType<string>().Distinct().ToList();
        (shape["thread_ts"], shape["reply_count"], shape["reply_users_count"]) = (message.Ts, replies.Count, users.Count);
        (shape["latest_reply"], shape["reply_users"]) = (replies[^1].Ts, Json.Strings(users));
        (shape["is_locked"], shape["subscribed"]) = (false, false);
    }

    public static string Seconds(DateTimeOffset time) => (time.ToUnixTimeMilliseconds() / 1000m).ToString("F6", CultureInfo.InvariantCulture);
}
