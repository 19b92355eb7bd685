using System.Text.Json.Nodes;

namespace FakeSlack;

/// <summary>Who and where the app is, who else is there, and its sockets.</summary>
internal static class AppMethods
{
    public static ApiReply Test(ApiCall call) => call.Text("error") is { } error ? ApiReply.Error(error) : ApiReply.Ok();

    public static ApiReply AuthTest(ApiCall call) => ApiReply.Ok(
        ("url", $"https://{call.Workspace.Options.Domain}.slack.com/"), ("team", call.Workspace.Options.TeamName),
            ("user", call.Workspace.Options.BotName),
        ("team_id", call.Workspace.TeamId), ("user_id", call.Workspace.BotUserId), ("bot_id", call.Workspace.BotId),
            ("is_enterprise_install", false));

    public static ApiReply OpenConnection(ApiCall call)
    {
        var sockets = call.Workspace.Sockets;
        return sockets.IsEnabled
            ? ApiReply.Ok(("url", $"ws://{call.Workspace.BaseUrl.Authority}/link/?ticket={sockets.NewTicket()}&app_id={call.Workspace.ApiAppId}"))
            : ApiReply.Error("forbidden_team");
    }

    public static ApiReply TeamInfo(ApiCall call) => ApiReply.Ok(("team", new JsonObject
    {
        ["id"] = call.Workspace.TeamId,
        ["name"] = call.Workspace.Options.TeamName,
        ["domain"] = call.Workspace.Options.Domain,
        ["url"] = $"https://{call.Workspace.Options.Domain}.slack.com/",
        ["email_domain"] = "",
        ["icon"] = new JsonObject { ["image_default"] = true },
    }));

    public static ApiReply BotInfo(ApiCall call)
    {
        var id = call.Text("bot") ?? call.Workspace.BotId;
        if (id != call.Workspace.BotId)
            return ApiReply.Error("bot_not_found");
        var bot = call.Workspace.Shapes.Bot(id);
        bot["user_id"] = call.Workspace.BotUserId;
        return ApiReply.Ok(("bot", bot));
    }

    public static ApiReply UserInfo(ApiCall call) => call.Workspace.Knows(call.Text("user")!)
        ? ApiReply.Ok(("user", call.Workspace.Shapes.User(call.Text("user")!))) : ApiReply.Error("user_not_found");

    public static ApiReply UserList(ApiCall call)
    {
        var users = call.Workspace.Users.Select(user => user.Id).Append(call.Workspace.BotUserId).Order(StringComparer.Ordinal).ToList();
        return Paging.Reply(call, users, "members", 1000, id => call.Workspace.Shapes.User(id), id => id);
    }
}
