using Microsoft.Extensions.Logging;

namespace PaperBot.LanguageModels.Decorators;

internal static partial class Log
{
    [LoggerMessage(LogLevel.Warning, "The language model did not answer: {Failure}: {Message}")]
    public static partial void NotAnswered(ILogger logger, LanguageModelFailure failure, string message);

    [LoggerMessage(LogLevel.Warning, "What the language model took and gave was not counted: {Message}")]
    public static partial void NotCounted(ILogger logger, string message);

    // The message of such an exception may hold a key or a text, and is in no log.
    [LoggerMessage(LogLevel.Debug, "The language model's client threw {Type}, taken as {Failure}")]
    public static partial void Thrown(ILogger logger, string? type, LanguageModelFailure failure);
}
