using Microsoft.Extensions.Logging;

namespace PaperBot.Bot.Unfurls;

internal static partial class Log
{
    [LoggerMessage(LogLevel.Information, "A link has no preview: chat.unfurl answered {ErrorCode}")]
    public static partial void NotUnfurled(ILogger logger, string errorCode);

    [LoggerMessage(LogLevel.Debug, "An earlier message has no link: chat.getPermalink answered {ErrorCode}")]
    public static partial void NoPermalink(ILogger logger, string errorCode);
}
