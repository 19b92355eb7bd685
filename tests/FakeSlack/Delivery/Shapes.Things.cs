using System.Text.Json.Nodes;

namespace FakeSlack;

// Persons, bots, channels and files.
internal sealed partial class Shapes
{
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

    private static JsonObject Purpose() => new() { ["value"] = "", ["creator"] = "", ["last_set"] = 0 };
}
