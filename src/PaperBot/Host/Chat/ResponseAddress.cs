using PaperBot.Slack;

namespace PaperBot.Host.Chat;

/// <summary>A response_url of the terminal: which conversation, and which message was clicked, if any.</summary>
internal static class ResponseAddress
{
    public static string New(string channel, string message = "") => $"terminal:{channel}/{message}/{Guid.NewGuid():N}";

    public static (string Channel, string Message) Read(string address) =>
        address.Split(':', '/') is [_, var channel, var message, _] ? (channel, message)
            : throw new SlackException("invalid_response_url", "response_url");
}
