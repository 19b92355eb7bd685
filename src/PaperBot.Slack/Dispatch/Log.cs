using Microsoft.Extensions.Logging;

namespace PaperBot.Slack.Dispatch;

/// <summary>What is said of deliveries: kinds, ids and references. No text of messages, and nothing of payloads.</summary>
internal static partial class Log
{
    [LoggerMessage(101, LogLevel.Warning, "A payload of the kind {Kind} could not be read; it is passed over.")]
    public static partial void Unreadable(ILogger logger, DeliveryKind kind);

    [LoggerMessage(102, LogLevel.Debug, "Nothing takes {Request}; it is acknowledged and passed over.")]
    public static partial void NobodyTakes(ILogger logger, string request);

    [LoggerMessage(103, LogLevel.Debug, "A delivery came again and is dropped.")]
    public static partial void Repeat(ILogger logger);

    [LoggerMessage(104, LogLevel.Warning, "There is no room for {Request}: {Waiting} deliveries wait or are in hand. It is not taken.")]
    public static partial void NoRoom(ILogger logger, string request, int waiting);

    [LoggerMessage(105, LogLevel.Error, "{Request} could not be stored, so it is not taken. Reference {Reference}.")]
    public static partial void NotStored(ILogger logger, Exception exception, string request, string reference);

    [LoggerMessage(106, LogLevel.Error, "What answers {Request} at once failed. Reference {Reference}.")]
    public static partial void AnswerFailed(ILogger logger, Exception exception, string request, string reference);

    [LoggerMessage(107, LogLevel.Error, "The handler of {Request} failed. Reference {Reference}.")]
    public static partial void HandlerFailed(ILogger logger, Exception exception, string request, string reference);

    [LoggerMessage(108, LogLevel.Error, "The handler of {Request} took longer than {Seconds} s and was given up. Reference {Reference}.")]
    public static partial void HandlerLate(ILogger logger, string request, double seconds, string reference);

    [LoggerMessage(109, LogLevel.Error, "{Request} was begun {Attempts} times and never ended; it is given up. Reference {Reference}.")]
    public static partial void GivenUp(ILogger logger, string request, int attempts, string reference);

    [LoggerMessage(110, LogLevel.Error, "The person could not be told of the failure with reference {Reference}.")]
    public static partial void FailureHandlerFailed(ILogger logger, Exception exception, string reference);

    [LoggerMessage(111, LogLevel.Error, "It could not be noted that {Request} is handled; a restart may handle it again. Reference {Reference}.")]
    public static partial void NotCompleted(ILogger logger, Exception exception, string request, string reference);

    [LoggerMessage(112, LogLevel.Information, "{Count} deliveries that were not done are taken up again.")]
    public static partial void TakenUp(ILogger logger, int count);

    [LoggerMessage(113, LogLevel.Warning, "{Count} deliveries are not done as the host stops; they are left to the inbox.")]
    public static partial void LeftBehind(ILogger logger, int count);

    [LoggerMessage(114, LogLevel.Debug, "A person could not be told that there is no room: {Code}.")]
    public static partial void BusyNotTold(ILogger logger, string code);
}
