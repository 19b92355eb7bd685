using System.Threading.Channels;
using Microsoft.Extensions.Time.Testing;

namespace PaperBot.Slack.Tests.WebApi;

/// <summary>Time that stands still until a test moves it, and tells the test which pauses are waited for.</summary>
/// <param name="deadlines">Timers of these lengths are deadlines, not pauses.</param>
internal sealed class SteppedTime(params TimeSpan[] deadlines) : FakeTimeProvider(new DateTimeOffset(2026, 11, 23, 9, 0, 0, TimeSpan.Zero))
{
    private readonly Channel<TimeSpan> _pauses = Channel.CreateUnbounded<TimeSpan>();
    private readonly Channel<TimeSpan> _deadlines = Channel.CreateUnbounded<TimeSpan>();

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = base.CreateTimer(callback, state, dueTime, period);
        if (dueTime > TimeSpan.Zero)
            (deadlines.Contains(dueTime) ? _deadlines : _pauses).Writer.TryWrite(dueTime);
        return timer;
    }

    /// <summary>Waits until something pauses, lets that time pass, and says how long it was.</summary>
    /// <param name="slacks">Slack's clock, if it has its own: it must not be behind when the pause ends.</param>
    public async Task<TimeSpan> PassPauseAsync(FakeTimeProvider? slacks = null)
    {
        var pause = await _pauses.Reader.ReadAsync();
        slacks?.Advance(pause);
        Advance(pause);
        return pause;
    }

    /// <summary>Lets all pauses pass until the task ends.</summary>
    public async Task<List<TimeSpan>> PassPausesAsync(Task task)
    {
        var passed = new List<TimeSpan>();
        while (true)
        {
            var pause = _pauses.Reader.WaitToReadAsync().AsTask();
            if (await Task.WhenAny(task, pause) == task)
                return passed;
            passed.Add(await PassPauseAsync());
        }
    }

    /// <summary>Lets the time of the oldest call run out.</summary>
    public async Task PassDeadlineAsync() => Advance(await _deadlines.Reader.ReadAsync());
}
