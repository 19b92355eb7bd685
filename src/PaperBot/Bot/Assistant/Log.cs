using Microsoft.Extensions.Logging;

namespace PaperBot.Bot.Assistant;

internal static partial class Log
{
    [LoggerMessage(LogLevel.Debug, "{Method} answered {Code}, which does no harm; this is not told again.")]
    public static partial void NotDecorated(ILogger logger, string method, string code);
}
