using Microsoft.Extensions.Logging;

namespace PaperBot.Bot.Home;

internal static partial class Log
{
    [LoggerMessage(LogLevel.Warning, "App Home was not shown: {Method} answered {Code}")]
    public static partial void NotPublished(ILogger logger, string method, string code);
}
