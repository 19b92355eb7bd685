using Microsoft.Extensions.AI;
using Microsoft.Extensions.Logging;
using PaperBot.LanguageModels.Usage;

namespace PaperBot.LanguageModels.Decorators;

/// <summary>What lies around a provider's client, the outermost first in this list.</summary>
internal static class Decorated
{
    public const string Source = "PaperBot.LanguageModels";

    /// <param name="inner">Calls the provider once a call.</param>
    /// <param name="failureOf">What an exception of the provider's client means; null when it is none of its own.</param>
    /// <returns>A client that throws <see cref="LanguageModelException"/> alone, and what the caller's own cancellation throws.</returns>
    public static IChatClient Around(
        IChatClient inner, Func<Exception, LanguageModelFailure?> failureOf, LanguageModelOptions options, UsageStore usage, TimeProvider time,
        ILoggerFactory loggers)
    {
        return new ChatClientBuilder(inner)
            .UseOpenTelemetry(loggers, Source, telemetry => telemetry.EnableSensitiveData = false)
            .Build();
    }
}
