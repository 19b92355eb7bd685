using Microsoft.Extensions.Logging;

namespace PaperBot.Digests.Delivery;

/// <summary>Every step of a delivery is told, the small ones for who looks closely.</summary>
internal static partial class Log
{
    [LoggerMessage(1, LogLevel.Debug, "Subscription {Subscription} is taken up")]
    public static partial void Claimed(ILogger logger, long subscription);

    [LoggerMessage(2, LogLevel.Debug, "What is new for subscription {Subscription} is decided")]
    public static partial void Deciding(ILogger logger, long subscription);

    [LoggerMessage(3, LogLevel.Debug, "Digest {Digest} of subscription {Subscription} is stored with {Papers} papers")]
    public static partial void Decided(ILogger logger, string digest, long subscription, int papers);

    [LoggerMessage(4, LogLevel.Debug, "Digest {Digest} is about to be posted")]
    public static partial void Beginning(ILogger logger, string digest);

    [LoggerMessage(5, LogLevel.Debug, "Digest {Digest} is being posted")]
    public static partial void Begun(ILogger logger, string digest);

    [LoggerMessage(6, LogLevel.Debug, "Digest {Digest} was answered")]
    public static partial void Answered(ILogger logger, string digest);

    [LoggerMessage(7, LogLevel.Information, "Digest {Digest} of subscription {Subscription} is posted")]
    public static partial void Posted(ILogger logger, string digest, long subscription);

    [LoggerMessage(8, LogLevel.Warning, "Subscription {Subscription} is paused: {Why}")]
    public static partial void Closed(ILogger logger, long subscription, string why);

    [LoggerMessage(9, LogLevel.Debug, "The owner of subscription {Subscription} knows that it is paused")]
    public static partial void Told(ILogger logger, long subscription);

    [LoggerMessage(10, LogLevel.Warning, "Subscription {Subscription} is tried again later: {Problem}")]
    public static partial void NotReached(ILogger logger, long subscription, string problem);

    [LoggerMessage(11, LogLevel.Error, "Subscription {Subscription} failed and is tried again later")]
    public static partial void Failed(ILogger logger, Exception exception, long subscription);

    [LoggerMessage(12, LogLevel.Error, "Digests failed; they are tried again in {Minutes} minutes")]
    public static partial void HostFailed(ILogger logger, Exception exception, double minutes);
}
