using Microsoft.Extensions.AI;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using PaperBot.LanguageModels.Usage;

namespace PaperBot.LanguageModels.Decorators;

/// <summary>What lies around a provider's client, the outermost first.</summary>
internal static class Decorated
{
    /// <summary>The name of the traces, the metrics and the log.</summary>
    public const string Source = "PaperBot.LanguageModels";

    // Semantic Kernel's functions look for what they need in a container, and do not run without one.
    private static readonly ServiceProvider NoServices = new ServiceCollection().BuildServiceProvider();

    /// <param name="inner">Calls the provider once a call.</param>
    /// <param name="failureOf">What an exception of the provider's client means; null when it is none of its own.</param>
    /// <returns>A client that throws <see cref="LanguageModelException"/> alone, and what the caller's own cancellation throws.</returns>
    public static IChatClient Around(
        IChatClient inner, Func<Exception, LanguageModelFailure?> failureOf, LanguageModelOptions options, UsageStore usage, TimeProvider time,
        ILoggerFactory loggers)
    {
        var log = loggers.CreateLogger(Source);
        var client = new ChatClientBuilder(inner)
            // Calls what the caller offers, for a caller that offers nothing it is not there. Its log would have what a model makes up for a name.
            .UseFunctionInvocation(NullLoggerFactory.Instance, calls =>
            {
                calls.MaximumIterationsPerRequest = options.Searches + 1;
                // A call with wrong arguments is told to the model, and as often as it may call: it is the model's mistake and no fault.
                calls.MaximumConsecutiveErrorsPerRequest = int.MaxValue;
            })
            .ConfigureOptions(call =>
            {
                call.Temperature ??= (float?)options.Temperature;
                call.MaxOutputTokens ??= options.MaxOutputTokens;
            })
            // Traces and metrics alone: with a log of its own it would tell every failure a second time.
            .UseOpenTelemetry(NullLoggerFactory.Instance, Source, telemetry => telemetry.EnableSensitiveData = false);
        // It would log the texts at Trace, and every failure a second time at any level.
        if (log.IsEnabled(LogLevel.Trace))
            client.UseLogging(loggers);
        if (options.CachedResponses > 0)
            client.Use(next => new CachedAnswers(next, options));
        return client
            .Use(next => new Accounts(next, options, usage, log))
            .Use(next => new Budget(next, options, usage))
            .Use(next => new Turns(next, options, time))
            .Use(next => new Breaker(next, time))
            .Use(next => new Retries(next, options, time))
            .Use(next => new Patience(next, options, time))
            .Use(next => new OptionalFunctions(next))
            .Use(next => new Translation(next, failureOf, options, log))
            .Build(NoServices);
    }
}
