using Microsoft.Extensions.Logging;

namespace PaperBot.Bot.Failures;

internal static partial class Log
{
    [LoggerMessage(LogLevel.Warning, "A person could not be told: {Method} answered {Code}.")]
    public static partial void NotTold(ILogger logger, string method, string code);

    [LoggerMessage(LogLevel.Warning, "App Home will not tell of a failure, which could not be noted: {Fault}.")]
    public static partial void NotNoted(ILogger logger, string fault);
}
