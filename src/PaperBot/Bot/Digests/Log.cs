using Microsoft.Extensions.Logging;

namespace PaperBot.Bot.Digests;

internal static partial class Log
{
    [LoggerMessage(LogLevel.Warning, "A weekly digest has no chart: {Method} answered {Code}.")]
    public static partial void NoChart(ILogger logger, string method, string code);
}
