using Microsoft.Extensions.Logging;

namespace PaperBot.Host;

internal static partial class Log
{
    [LoggerMessage(LogLevel.Information, "The bot is started; its health is at {Address}/readyz.")]
    public static partial void Started(ILogger logger, string address);
}
