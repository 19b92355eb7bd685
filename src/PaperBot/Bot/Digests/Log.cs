using Microsoft.Extensions.Logging;

namespace PaperBot.Bot.Digests;

internal static partial class Log
{
    [LoggerMessage(LogLevel.Warning, "A weekly digest has no chart: {Method} answered {Code}.")]
    public static partial void NoChart(ILogger logger, string method, string code);

    [LoggerMessage(LogLevel.Error, "A weekly digest has no chart")]
    public static partial void ChartFailed(ILogger logger, Exception exception);
}
