namespace PaperBot.Tests.EndToEnd;

/// <summary>How Slack reaches the bot.</summary>
public enum Transport
{
    SocketMode,
    Http,
}
