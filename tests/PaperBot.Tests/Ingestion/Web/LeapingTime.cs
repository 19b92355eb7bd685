using Microsoft.Extensions.Time.Testing;

namespace PaperBot.Tests.Ingestion.Web;

/// <summary>Time that leaps over every pause at once, and in which a deadline passes only when the test says so.</summary>
internal sealed class LeapingTime() : FakeTimeProvider(new DateTimeOffset(2026, 6, 14, 9, 0, 0, TimeSpan.Zero))
{
    private readonly Lock _lock = new();
    private readonly List<(CancellationTokenSource Source, TimerCallback Callback, object? State)> _deadlines = [];
    private readonly List<TimeSpan> _pauses = [];

    public IReadOnlyList<TimeSpan> Pauses
    {
        get
        {
            lock (_lock)
                return [.. _pauses];
        }
    }

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        if (state is CancellationTokenSource deadline)
        {
            lock (_lock)
                _deadlines.Add((deadline, callback, state));
            return new Passed();
        }

        if (dueTime == Timeout.InfiniteTimeSpan)
            return new Passed();
        lock (_lock)
        {
            _pauses.Add(dueTime);
            Advance(dueTime);
        }

        ThreadPool.QueueUserWorkItem(_ => callback(state));
        return new Passed();
    }

    /// <summary>Lets the time of every call that has not ended run out.</summary>
    public void PassDeadlines()
    {
        List<(CancellationTokenSource, TimerCallback Callback, object? State)> passed;
        lock (_lock)
        {
            passed = [.. _deadlines];
            _deadlines.Clear();
        }

        foreach (var (_, callback, state) in passed)
            callback(state);
    }

    private sealed class Passed : ITimer
    {
        public bool Change(TimeSpan dueTime, TimeSpan period) => false;

        public void Dispose()
        {
        }

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }
}
