namespace PaperBot.Slack.WebApi.RateLimits;

/// <summary>
/// A queue in which calls wait for their place, first come first served. In any minute it lets through no more than its burst and
/// what its pace adds (the generic cell rate algorithm, ITU-T I.371: one moment in time is all its state).
/// </summary>
/// <param name="pace">The time between two calls once the burst is used up.</param>
/// <param name="burst">How many may go at once after a pause; at least 1.</param>
/// <param name="time">The clock.</param>
#pragma warning disable CA1001 // A SemaphoreSlim that nobody asked for a wait handle holds nothing to free.
internal sealed class Lane(TimeSpan pace, int burst, TimeProvider time)
#pragma warning restore CA1001
{
    // Only the first in the queue sleeps, so that a new Retry-After moves everybody behind it.
    private readonly SemaphoreSlim _turn = new(1, 1);
    private readonly Lock _lock = new();
    private readonly long _origin = time.GetTimestamp();
    private readonly TimeSpan _tolerance = pace * (burst - 1);
    private TimeSpan _due;
    private int _waiting;

    /// <summary>True when nobody waits and the whole burst is there again: a new lane would do the same.</summary>
    public bool IsIdle
    {
        get
        {
            lock (_lock)
                return _waiting == 0 && _due <= Now;
        }
    }

    private TimeSpan Now => time.GetElapsedTime(_origin);

    /// <summary>Waits for a place, or gives up when that would take longer than <paramref name="most"/>.</summary>
    /// <returns>Zero with a place; otherwise how long it would take.</returns>
    public async Task<TimeSpan> EnterAsync(TimeSpan most, CancellationToken cancellationToken)
    {
        var start = Now;
        lock (_lock)
        {
            if (Wait(_waiting) is var expected && expected > most)
                return expected;
            _waiting++;
        }

        try
        {
            await _turn.WaitAsync(cancellationToken);
            try
            {
                while (TakeOrWait() is var wait && wait > TimeSpan.Zero)
                {
                    if (Now - start + wait > most)
                        return wait;
                    await Task.Delay(wait, time, cancellationToken);
                }

                return TimeSpan.Zero;
            }
            finally
            {
                _turn.Release();
            }
        }
        finally
        {
            lock (_lock)
                _waiting--;
        }
    }

    /// <summary>Nobody goes for this long, and then at the pace, without a burst.</summary>
    public void PutOff(TimeSpan delay)
    {
        lock (_lock)
        {
            var due = Now + delay + _tolerance;
            if (due > _due)
                _due = due;
        }
    }

    private TimeSpan TakeOrWait()
    {
        lock (_lock)
        {
            var wait = Wait(ahead: 0);
            if (wait == TimeSpan.Zero)
                _due = (_due > Now ? _due : Now) + pace;
            return wait;
        }
    }

    // In whole milliseconds, rounded up: timers round down, and would wake too early.
    private TimeSpan Wait(int ahead)
    {
        var wait = (_due > Now ? _due : Now) + (pace * ahead) - _tolerance - Now;
        return wait <= TimeSpan.Zero ? TimeSpan.Zero : TimeSpan.FromMilliseconds(Math.Ceiling(wait.TotalMilliseconds));
    }
}
