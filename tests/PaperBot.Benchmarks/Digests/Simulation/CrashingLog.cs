using System.Runtime.ExceptionServices;
using Microsoft.Extensions.Logging;
using PaperBot.Digests.Delivery;

namespace PaperBot.Benchmarks.Digests.Simulation;

/// <summary>A host dies. The first thing that is told of it is the log, which throws it again: nothing of the program goes on after it.</summary>
internal sealed class CrashException(string step) : Exception($"The host died: {step}.");

/// <summary>The log of a host that dies at random steps: each step of a delivery tells the log, and some tell it last.</summary>
internal sealed class CrashingLog(SimulationPlan plan, Random random, SimulationCounts counts, SimulatedWorld world) : ILogger<DigestRunner>
{
    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => true;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        if (exception is CrashException crash)
            ExceptionDispatchInfo.Throw(crash);
        if (exception is not null and not LibraryFaultException)
            throw new InvalidOperationException(formatter(state, exception), exception);
        if (world.IsCalm || logLevel >= LogLevel.Warning || random.NextDouble() >= plan.CrashShare)
            return;
        var step = eventId.Name switch
        {
            "Claimed" => "1 after the claim",
            "Deciding" => "2 before the decision is stored",
            "Decided" => "3 after the decision is stored",
            "Beginning" => "4 before the post is announced",
            "Begun" => "5 before the post",
            "Answered" => "6 before it is noted as posted",
            "Posted" => "7 after it is noted as posted",
            "Told" => "8 after the owner is told",
            _ => eventId.Name!,
        };
        // Whoever is told right before a crash is told again: nothing in the chat says that they were.
        if (step[0] == '8')
            return;
        counts.Crash(step);
        throw new CrashException(step);
    }
}

/// <summary>The library cannot be read for a moment.</summary>
internal sealed class LibraryFaultException() : InvalidOperationException("The library cannot be read.");
