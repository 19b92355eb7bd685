using Microsoft.Extensions.Logging;

namespace PaperBot.Host;

internal static partial class Log
{
    [LoggerMessage(LogLevel.Information, "The bot is started; its health is at {Address}/readyz.")]
    public static partial void Started(ILogger logger, string address);

    [LoggerMessage(LogLevel.Error, "The library could not be made ready; it is tried again in {Minutes} minutes.")]
    public static partial void NotPrepared(ILogger logger, Exception exception, double minutes);
}
