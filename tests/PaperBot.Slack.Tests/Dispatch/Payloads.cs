using System.Text.Json.Nodes;

namespace PaperBot.Slack.Tests.Dispatch;

/// <summary>Payloads in Slack's shape.</summary>
internal static class Payloads
{
    public static string Message(
        string eventId, string text = "hello", string channel = "C1", string ts = "1.000001", string? threadTs = null, string type = "message",
        string user = "U1", string channelType = "channel") =>
        new JsonObject
        {
            ["type"] = "event_callback",
            ["team_id"] = "T1",
            ["event_id"] = eventId,
            ["event"] = new JsonObject
            {
                ["type"] = type,
                ["channel"] = channel,
                ["user"] = user,
                ["channel_type"] = channelType,
                ["text"] = text,
                ["ts"] = ts,
                ["thread_ts"] = threadTs,
            },
        }.ToJsonString();

    public static string Command(string triggerId, string text = "ask", string user = "U1") => new JsonObject
    {
        ["command"] = "/papers",
        ["text"] = text,
        ["trigger_id"] = triggerId,
        ["user_id"] = user,
        ["team_id"] = "T1",
        ["channel_id"] = "C1",
        ["response_url"] = "http://127.0.0.1:9/response",
    }.ToJsonString();
}
