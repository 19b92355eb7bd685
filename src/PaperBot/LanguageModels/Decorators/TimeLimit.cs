namespace PaperBot.LanguageModels.Decorators;

/// <summary>The time that one call has. What the reader does between two steps does not count as the model's silence.</summary>
internal sealed class TimeLimit : IDisposable
{
    private readonly DateTimeOffset _until;
    private readonly LanguageModelOptions _settings;
    private readonly TimeProvider _time;
    private readonly CancellationToken _caller;
    private readonly CancellationTokenSource _over;
    private readonly CancellationTokenSource _either;

    public TimeLimit(DateTimeOffset until, LanguageModelOptions settings, TimeProvider time, CancellationToken caller)
    {
        (_until, _settings, _time, _caller) = (until, settings, time, caller);
        _over = new CancellationTokenSource(Timeout.InfiniteTimeSpan, time);
        _either = CancellationTokenSource.CreateLinkedTokenSource(caller, _over.Token);
    }

    /// <summary>Cancelled when the time is over, or by the caller.</summary>
    public CancellationToken Token => _either.Token;

    /// <exception cref="LanguageModelException">The step did not end in time.</exception>
    public async Task<T> WithinAsync<T>(Func<CancellationToken, Task<T>> step, TimeSpan silence)
    {
        var left = _until - _time.GetUtcNow();
        if (left <= TimeSpan.Zero)
            throw TooLong();
        var isSilenceShorter = silence != Timeout.InfiniteTimeSpan && silence < left;
        try
        {
            _over.CancelAfter(isSilenceShorter ? silence : left);
            var result = await step(Token).ConfigureAwait(false);
            _over.CancelAfter(Timeout.InfiniteTimeSpan);
            return result;
        }
        catch (OperationCanceledException) when (!_caller.IsCancellationRequested && _over.IsCancellationRequested)
        {
            throw isSilenceShorter ? Failure($"{_settings.Provider} was silent for {_settings.SilenceSeconds} seconds.") : TooLong();
        }
        catch (OperationCanceledException) when (_caller.IsCancellationRequested)
        {
            throw new OperationCanceledException(_caller);
        }
    }

    public void Dispose()
    {
        _either.Dispose();
        _over.Dispose();
    }

    private LanguageModelException TooLong() => Failure($"{_settings.Provider} was not done within {_settings.TimeoutSeconds} seconds.");

    private static LanguageModelException Failure(string message) => new(LanguageModelFailure.TimedOut, message);
}
