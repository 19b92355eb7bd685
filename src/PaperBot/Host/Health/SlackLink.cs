using System.Globalization;
using PaperBot.Bot.Home;
using PaperBot.Slack.SocketMode;

namespace PaperBot.Host.Health;

/// <summary>Whether what people write reaches the bot.</summary>
internal sealed class SlackLink(SlackTokens tokens, SlackConnectionState connection) : IConnectionHealth
{
    public (bool IsWell, string Words) Look()
    {
        if (!tokens.UsesSocketMode)
            return (true, "waits for requests at /slack/events");
        var current = connection.Current;
        if (current.Connected)
            return (true, string.Create(
                CultureInfo.InvariantCulture, $"connected by {current.LiveSockets} {(current.LiveSockets == 1 ? "socket" : "sockets")}"));
        return (false, string.Join(' ', ((string?[])[
            "not connected.",
            current.LastSignOfLife is { } last ? string.Create(
                CultureInfo.InvariantCulture, $"Last heard from at {last.UtcDateTime:HH:mm:ss} UTC.") : null,
            current.LastError]).OfType<string>()));
    }
}
