using Microsoft.Extensions.Logging;

namespace PaperBot.Ingestion.Feeds;

internal static partial class Log
{
    [LoggerMessage(LogLevel.Information, "Feed {Feed}: {Added} papers added, {Updated} updated")]
    public static partial void Read(ILogger logger, string feed, int added, int updated);

    [LoggerMessage(LogLevel.Warning, "Feed {Feed} was not read: {Problem}")]
    public static partial void NotRead(ILogger logger, string feed, string problem);

    [LoggerMessage(LogLevel.Warning, "{Mistake}")]
    public static partial void NoFeed(ILogger logger, string mistake);

    [LoggerMessage(LogLevel.Warning, "{Problem}")]
    public static partial void NoPapers(ILogger logger, string problem);

    [LoggerMessage(LogLevel.Error, "The feeds were not read; they are tried again in {Minutes} minutes")]
    public static partial void Failed(ILogger logger, Exception exception, double minutes);
}
