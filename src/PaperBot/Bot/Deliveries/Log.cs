using Microsoft.Extensions.Logging;

namespace PaperBot.Bot.Deliveries;

internal static partial class Log
{
    [LoggerMessage(LogLevel.Information, "{Method} answered {Code}; the reply is looked for, and sent if it is not there, in {Seconds} s.")]
    public static partial void SendingAgain(ILogger logger, string method, string code, double seconds);

    [LoggerMessage(LogLevel.Information, "A stream broke: {Method} answered {Code}. The message is finished whole.")]
    public static partial void StreamBroke(ILogger logger, string method, string code);

    [LoggerMessage(LogLevel.Debug, "No stream: {Code}.")]
    public static partial void StreamRefused(ILogger logger, string code);

    [LoggerMessage(LogLevel.Warning, "The blocks of a reply were refused with {Code}; its text was sent without them.")]
    public static partial void BlocksRefused(ILogger logger, string code);

    [LoggerMessage(LogLevel.Warning, "The file of a reply was refused with {Code}.")]
    public static partial void FileRefused(ILogger logger, string code);
}
