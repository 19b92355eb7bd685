using Microsoft.Extensions.Logging;

namespace PaperBot.Slack.Http;

/// <summary>What is said of requests: that they were refused, and nothing of what they had.</summary>
internal static partial class Log
{
    [LoggerMessage(201, LogLevel.Warning, "A request was refused: it has no signature of Slack's that is good now.")]
    public static partial void NotSlacks(ILogger logger);

    [LoggerMessage(202, LogLevel.Warning, "A request was refused: it is larger than {Bytes} bytes.")]
    public static partial void TooLarge(ILogger logger, int bytes);

    [LoggerMessage(203, LogLevel.Warning, "A signed request was refused: it is none that Slack is known to send.")]
    public static partial void Malformed(ILogger logger);
}
