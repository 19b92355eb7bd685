using Polly;

namespace PaperBot.LanguageModels.Decorators;

internal enum BreakerVerdict
{
    Well,
    Failed,

    /// <summary>The caller went away before anything came.</summary>
    Unproven,
}

/// <summary>
/// One call through the circuit, which stays open over all of a stream: the circuit waits for its verdict as for a result.
/// </summary>
internal sealed class BreakerPassage : IAsyncDisposable
{
    private readonly TaskCompletionSource<BreakerVerdict> _verdict = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Action<LanguageModelException> _failed;
    private BreakerVerdict _seen = BreakerVerdict.Unproven;
    private Task _circuit = Task.CompletedTask;

    private BreakerPassage(Action<LanguageModelException> failed) => _failed = failed;

    /// <exception cref="Polly.CircuitBreaker.BrokenCircuitException">The circuit is open.</exception>
    public static async Task<BreakerPassage> EnterAsync(ResiliencePipeline<BreakerVerdict> circuit, Action<LanguageModelException> failed)
    {
        var passage = new BreakerPassage(failed);
        var entered = new TaskCompletionSource();
        passage._circuit = circuit.ExecuteAsync(
            _ =>
            {
                entered.SetResult();
                return new ValueTask<BreakerVerdict>(passage._verdict.Task);
            }).AsTask();
        await (await Task.WhenAny(entered.Task, passage._circuit).ConfigureAwait(false)).ConfigureAwait(false);
        return passage;
    }

    public async Task<T> WatchAsync<T>(Func<Task<T>> step)
    {
        try
        {
            var result = await step().ConfigureAwait(false);
            _seen = BreakerVerdict.Well;
            return result;
        }
        catch (LanguageModelException e) when (IsOfTheProvider(e.Failure))
        {
            _seen = BreakerVerdict.Failed;
            _failed(e);
            throw;
        }
        catch (LanguageModelException)
        {
            // It answers, if only that it does not like the question.
            _seen = BreakerVerdict.Well;
            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        _verdict.SetResult(_seen);
        await _circuit.ConfigureAwait(false);
    }

    private static bool IsOfTheProvider(LanguageModelFailure failure) => failure
        is LanguageModelFailure.Unavailable or LanguageModelFailure.TimedOut or LanguageModelFailure.Unreachable or LanguageModelFailure.Interrupted
        or LanguageModelFailure.RateLimited;
}
