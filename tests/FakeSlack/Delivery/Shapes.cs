using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace FakeSlack;

/// <summary>Messages, persons, channels, files and views in the JSON that Slack's reference shows.</summary>
internal sealed class Shapes(FakeWorkspace workspace)
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

    public JsonObject User(string id)
    {
        var (name, real, admin, zone, bot) = workspace.FindUser(id) is { } user
            ? (user.Name, user.RealName, user.IsAdmin, user.TimeZone, false) : (workspace.Options.BotName, "PaperBot", false, "UTC", true);
        var zoneInfo = TimeZoneInfo.FindSystemTimeZoneById(zone);
        var shape = new JsonObject
        {
            ["id"] = id,
            ["team_id"] = workspace.TeamId,
            ["name"] = name,
            ["deleted"] = false,
            ["color"] = "9f69e7",
            ["real_name"] = real,
            ["tz"] = zone,
            ["tz_label"] = zoneInfo.StandardName,
            ["tz_offset"] = (int)zoneInfo.GetUtcOffset(workspace.Time.GetUtcNow()).TotalSeconds,
            ["profile"] = new JsonObject { ["real_name"] = real, ["display_name"] = name, ["team"] = workspace.TeamId },
            ["is_admin"] = admin,
            ["is_owner"] = false,
            ["is_primary_owner"] = false,
            ["is_restricted"] = false,
            ["is_ultra_restricted"] = false,
            ["is_bot"] = bot,
            ["is_app_user"] = false,
            ["updated"] = 0,
            ["locale"] = "en-US",
        };
        if (bot)
            (shape["profile"]!["bot_id"], shape["profile"]!["api_app_id"]) = (workspace.BotId, workspace.ApiAppId);
        return shape;
    }

    public JsonObject Bot(string botId) => new()
    {
        ["id"] = botId,
        ["app_id"] = botId == workspace.BotId ? workspace.ApiAppId : "A0OTHERAPP",
        ["name"] = botId == workspace.BotId ? workspace.Options.BotName : "other",
        ["deleted"] = false,
        ["updated"] = 0,
        ["team_id"] = workspace.TeamId,
    };

    public JsonObject Channel(FakeChannel channel)
    {
        var shape = new JsonObject
        {
            ["id"] = channel.Id,
            ["created"] = channel.Created.ToUnixTimeSeconds(),
            ["is_archived"] = channel.IsArchived,
            ["is_im"] = channel.Kind == ChannelKind.Direct,
            ["context_team_id"] = workspace.TeamId,
            ["updated"] = channel.Created.ToUnixTimeMilliseconds(),
        };
        if (channel.Kind == ChannelKind.Direct)
        {
            (shape["user"], shape["is_org_shared"]) = (channel.Other(workspace.BotUserId), false);
            return shape;
        }
        foreach (var (name, value) in new Dictionary<string, JsonNode?>
        {
            ["name"] = channel.Name,
            ["name_normalized"] = channel.Name,
            ["is_channel"] = true,
            ["is_group"] = false,
            ["is_mpim"] = false,
            ["is_private"] = channel.Kind == ChannelKind.Private,
            ["is_general"] = channel.Name == "general",
            ["is_shared"] = false,
            ["is_ext_shared"] = false,
            ["is_org_shared"] = false,
            ["is_member"] = channel.Has(workspace.BotUserId),
            ["num_members"] = channel.Members.Count,
            ["creator"] = "USLACKBOT",
            ["topic"] = Purpose(),
            ["purpose"] = Purpose(),
        })
            shape[name] = value;
        return shape;
    }

    public JsonObject File(FakeFile file) => new()
    {
        ["id"] = file.Id,
        ["created"] = file.Created.ToUnixTimeSeconds(),
        ["timestamp"] = file.Created.ToUnixTimeSeconds(),
        ["name"] = file.Name,
        ["title"] = file.Title,
        ["mimetype"] = file.MimeType,
        ["filetype"] = file.Extension,
        ["pretty_type"] = file.Extension.ToUpperInvariant(),
        ["user"] = file.User,
        ["user_team"] = workspace.TeamId,
        ["editable"] = false,
        ["size"] = file.Content.Length,
        ["mode"] = "hosted",
        ["is_external"] = false,
        ["external_type"] = "",
        ["is_public"] = true,
        ["public_url_shared"] = false,
        ["display_as_bot"] = false,
        ["username"] = "",
        ["url_private"] = $"{workspace.BaseUrl}files-pri/{file.Id}/{Uri.EscapeDataString(file.Name)}",
        ["url_private_download"] = $"{workspace.BaseUrl}files-pri/{file.Id}/download/{Uri.EscapeDataString(file.Name)}",
        ["permalink"] = $"https://{workspace.Options.Domain}.slack.com/files/{file.User}/{file.Id}/{Uri.EscapeDataString(file.Name)}",
        ["has_rich_preview"] = false,
        ["file_access"] = "visible",
    };

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

    private static JsonObject Purpose() => new() { ["value"] = "", ["creator"] = "", ["last_set"] = 0 };

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
