using System.Collections.Concurrent;
using System.Threading.Channels;

namespace FakeSlack;

/// <summary>
/// Hands events, commands and interactions to the app in the order in which they happened, waits for each acknowledgement beside
/// the others, and repeats events on Slack's schedule.
/// </summary>
internal sealed class Dispatcher : IAsyncDisposable
{
    private readonly Channel<Delivery> _queue = Channel.CreateBounded<Delivery>(new BoundedChannelOptions(100_000) { SingleReader = true });
    private readonly ConcurrentDictionary<Task, bool> _waiting = new();
    private readonly CancellationTokenSource _stopping = new();
    private readonly WorkspaceOptions _options;
    private readonly TimeProvider _time;
    private readonly DeliveryFaults _faults;
    private readonly RecentLog<Delivery> _log;
    private readonly Task _sending;
    private long _count;

    public Dispatcher(WorkspaceOptions options, TimeProvider time, DeliveryFaults faults, ITransport transport)
    {
        (_options, _time, _faults, Transport) = (options, time, faults, transport);
        _log = new(options.LogCapacity);
        _sending = SendAllAsync();
    }

    public ITransport Transport { get; set; }

    public IReadOnlyList<Delivery> Log => _log.Snapshot();

    public long Count => Interlocked.Read(ref _count);

    public Signals<Delivery> Signals { get; } = new();

    /// <exception cref="InvalidOperationException">A hundred thousand deliveries wait already.</exception>
    public Delivery Enqueue(Delivery delivery)
    {
        if (!_queue.Writer.TryWrite(delivery))
            throw new InvalidOperationException("The app is so far behind that no more deliveries can wait.");
        return delivery;
    }

    public async ValueTask DisposeAsync()
    {
        _queue.Writer.TryComplete();
        await _stopping.CancelAsync();
        await Settle(_sending);
        foreach (var waiting in _waiting.Keys)
            await Settle(waiting);
        // Whoever still waits for one of them is told that it was given up.
        while (_queue.Reader.TryRead(out var unsent))
            unsent.Finish();
        foreach (var delivery in Log)
            delivery.Finish();
        _stopping.Dispose();
    }

    private static async Task Settle(Task task) => await task.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);

    private async Task SendAllAsync()
    {
        var held = new List<Delivery>();
        await foreach (var delivery in _queue.Reader.ReadAllAsync(_stopping.Token))
        {
            _log.Add(delivery);
            Interlocked.Increment(ref _count);
            if (delivery.EventId is not null && _faults.HoldsBack())
            {
                lock (held)
                    held.Add(delivery);
                Own(ReleaseAsync(held, delivery));
                continue;
            }
            await BeginAsync(delivery);
            foreach (var late in TakeAll(held))
                await BeginAsync(late);
        }
    }

    /// <summary>A delivery held back for the next one to overtake goes anyway when no next one comes.</summary>
    private async Task ReleaseAsync(List<Delivery> held, Delivery delivery)
    {
        await Task.Delay(_faults.LongestDelay, _time, _stopping.Token);
        bool mine;
        lock (held)
            mine = held.Remove(delivery);
        if (mine)
            await BeginAsync(delivery);
    }

    private static List<Delivery> TakeAll(List<Delivery> held)
    {
        lock (held)
        {
            var all = held.ToList();
            held.Clear();
            return all;
        }
    }

    private async Task BeginAsync(Delivery delivery)
    {
        if (delivery.EventId is not null && _faults.Delay() is { } delay)
            Own(LaterAsync(delivery, delay));
        else
            Own(FinishAsync(delivery, await TryAsync(delivery, 0, null), repeat: delivery.EventId is not null && _faults.Repeats()));
    }

    private async Task LaterAsync(Delivery delivery, TimeSpan delay)
    {
        await Task.Delay(delay, _time, _stopping.Token);
        await FinishAsync(delivery, await TryAsync(delivery, 0, null), repeat: false);
    }

    private async Task<(PendingAck Pending, long Started)> TryAsync(Delivery delivery, int attempt, string? reason)
    {
        var started = _time.GetTimestamp();
        return (await Transport.BeginAsync(delivery, attempt, reason, _stopping.Token), started);
    }

    private async Task FinishAsync(Delivery delivery, (PendingAck Pending, long Started) first, bool repeat)
    {
        try
        {
            var result = await AckAsync(delivery, first);
            if (repeat)
                await AckAsync(delivery, await TryAsync(delivery, 1, "http_timeout"));
            // Only events are repeated; a person who gave a command sees that it failed and gives it again.
            if (delivery.EventId is not null)
                await RepeatAsync(delivery, result);
        }
        finally
        {
            delivery.Finish();
            Signals.Publish("", delivery);
        }
    }

    private async Task RepeatAsync(Delivery delivery, AckResult result)
    {
        for (var attempt = 1; !result.Acknowledged && result.MayRetry && attempt <= _options.RetryDelays.Count; attempt++)
        {
            var delay = _options.RetryDelays[attempt - 1] * _options.RetryScale;
            if (delay > TimeSpan.Zero)
                await Task.Delay(delay, _time, _stopping.Token);
            result = await AckAsync(delivery, await TryAsync(delivery, attempt, result.Outcome));
        }
    }

    private async Task<AckResult> AckAsync(Delivery delivery, (PendingAck Pending, long Started) attempt)
    {
        var result = await attempt.Pending.Result;
        if (result.Acknowledged && delivery.EventId is not null && _faults.LosesAck())
            result = new AckResult(false, "timeout", null);
        delivery.Tried(new(attempt.Pending.Envelope, attempt.Pending.Over, result.Outcome, _time.GetElapsedTime(attempt.Started)), result);
        return result;
    }

    private void Own(Task task)
    {
        _waiting[task] = true;
        task.ContinueWith(done => _waiting.TryRemove(done, out _), CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously,
            TaskScheduler.Default);
    }
}
