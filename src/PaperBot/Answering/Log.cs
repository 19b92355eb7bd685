using Microsoft.Extensions.Logging;

namespace PaperBot.Answering;

internal static partial class Log
{
    [LoggerMessage(LogLevel.Information, "Of what the language model wrote, {Stood} sentences stood, quotes took the place of {Replaced}, {Dropped} were dropped")]
    public static partial void Written(ILogger logger, int stood, int replaced, int dropped);
}
