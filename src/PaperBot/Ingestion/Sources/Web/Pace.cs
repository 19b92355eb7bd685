namespace PaperBot.Ingestion.Sources.Web;

/// <summary>
/// Lets one request at a time go out, each no sooner than the interval after the one before, and not while the source wants to be left alone.
/// </summary>
internal sealed class Pace(TimeSpan interval, TimeProvider time) : IDisposable
{
    private readonly SemaphoreSlim _turn = new(1, 1);
    private long? _last;
    private DateTimeOffset _notBefore;

    /// <summary>Waits for its turn; disposing the result lets the next one in.</summary>
    public async Task<Turn> EnterAsync(CancellationToken cancellationToken)
    {
        await _turn.WaitAsync(cancellationToken).ConfigureAwait(false);
        return new Turn(this);
    }

    public void Dispose() => _turn.Dispose();

    internal sealed class Turn(Pace pace) : IDisposable
    {
        /// <summary>Waits until the source may be asked again, and counts that as asking it.</summary>
        public async Task WaitAsync(CancellationToken cancellationToken)
        {
            if (pace._notBefore - pace.Time.GetUtcNow() is { Ticks: > 0 } pause)
                await Task.Delay(pause, pace.Time, cancellationToken).ConfigureAwait(false);
            if (pace._last is { } last && pace.Interval - pace.Time.GetElapsedTime(last) is { Ticks: > 0 } rest)
                await Task.Delay(rest, pace.Time, cancellationToken).ConfigureAwait(false);
            pace._last = pace.Time.GetTimestamp();
        }

        /// <summary>The source asks for a pause before the next request.</summary>
        public void Hold(TimeSpan pause) => pace._notBefore = pace.Time.GetUtcNow() + pause;

        public void Dispose() => pace._turn.Release();
    }

    private TimeSpan Interval => interval;

    private TimeProvider Time => time;
}
