using Microsoft.Extensions.Logging;

namespace PaperBot.Bot.Withdrawals;

internal static partial class Log
{
    [LoggerMessage(LogLevel.Information, "{Threads} threads were told that a paper which they cite was taken back")]
    public static partial void Told(ILogger logger, int threads);

    [LoggerMessage(LogLevel.Warning, "Threads could not be told that a paper was taken back: {Method} answered {Code}. It is tried again in {Minutes} minutes")]
    public static partial void NotTold(ILogger logger, string method, string code, double minutes);

    [LoggerMessage(LogLevel.Error, "It was not looked which threads cite papers that were taken back; it is tried again in {Minutes} minutes")]
    public static partial void Failed(ILogger logger, Exception exception, double minutes);
}
