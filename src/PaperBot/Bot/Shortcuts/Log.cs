using Microsoft.Extensions.Logging;

namespace PaperBot.Bot.Shortcuts;

internal static partial class Log
{
    [LoggerMessage(LogLevel.Warning, "A form could not be opened: views.open answered {ErrorCode}")]
    public static partial void TooLateToOpen(ILogger logger, string errorCode);
}
