namespace PaperBot.Slack.Dispatch;

/// <summary>
/// Deliveries that wait, in order within a lane, one of a lane in hand at a time. People take turns, and so do the lanes of each: whoever asks for
/// much holds up nobody else.
/// A place is reserved before a delivery is stored, so that what is stored always has one.
/// </summary>
/// <param name="bound">See <see cref="SlackOptions.QueueBound"/>.</param>
/// <param name="boundOfPerson">See <see cref="SlackOptions.QueueBoundOfPerson"/>.</param>
#pragma warning disable CA1001 // Whoever waits for a semaphore that is disposed of waits for ever; it holds nothing to free.
internal sealed class Lanes(int bound, int boundOfPerson)
#pragma warning restore CA1001
{
    private readonly Lock _gate = new();
    private readonly Dictionary<string, Queue<Work>> _waiting = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Queue<string>> _lanes = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _places = new(StringComparer.Ordinal);
    private readonly Queue<string> _turns = new();
    private readonly SemaphoreSlim _ready = new(0);
    private readonly TaskCompletionSource _empty = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _count;
    private bool _open;

    /// <summary>Deliveries that wait or are in hand.</summary>
    public int Count
    {
        get
        {
            lock (_gate)
                return _count;
        }
    }

    /// <summary>From now on deliveries are taken.</summary>
    public void Open()
    {
        lock (_gate)
            _open = true;
    }

    /// <returns>False when there is no room, or none are taken.</returns>
    public bool TryReserve(string person)
    {
        lock (_gate)
        {
            if (!_open || _count >= bound || (person.Length > 0 && _places.GetValueOrDefault(person) >= boundOfPerson))
                return false;
            Occupy(person);
            return true;
        }
    }

    public void GiveBack(string person)
    {
        lock (_gate)
            Free(person);
    }

    /// <summary>Takes what a process before left behind, however much that is.</summary>
    public void Restore(Work work)
    {
        lock (_gate)
            Occupy(work.Person);
        Add(work);
    }

    /// <summary>Puts a delivery on the place that was reserved for it.</summary>
    public void Add(Work work)
    {
        lock (_gate)
        {
            // A lane that is in the dictionary has its turn already, or will get one when the delivery in hand is done.
            if (_waiting.TryGetValue(work.Lane, out var queue))
            {
                queue.Enqueue(work);
                return;
            }

            _waiting[work.Lane] = new Queue<Work>([work]);
            Ready(work);
        }

        _ready.Release();
    }

    public async Task<Work> TakeAsync(CancellationToken cancellationToken)
    {
        await _ready.WaitAsync(cancellationToken);
        lock (_gate)
        {
            var person = _turns.Dequeue();
            var lanes = _lanes[person];
            var lane = lanes.Dequeue();
            if (lanes.Count > 0)
                _turns.Enqueue(person);
            else
                _lanes.Remove(person);
            return _waiting[lane].Dequeue();
        }
    }

    /// <summary>Says that a delivery is out of hand, so that the next one of its lane has its turn.</summary>
    public void Done(Work work)
    {
        lock (_gate)
        {
            Free(work.Person);
            if (!_waiting[work.Lane].TryPeek(out var next))
            {
                _waiting.Remove(work.Lane);
                return;
            }

            Ready(next);
        }

        _ready.Release();
    }

    /// <summary>Takes no more.</summary>
    /// <returns>Ends when all that was taken is done.</returns>
    public Task Close()
    {
        lock (_gate)
        {
            _open = false;
            if (_count == 0)
                _empty.TrySetResult();
        }

        return _empty.Task;
    }

    /// <summary>Gives the lane that a delivery is first in its place among those of the same person.</summary>
    private void Ready(Work work)
    {
        if (!_lanes.TryGetValue(work.Person, out var lanes))
        {
            _lanes[work.Person] = lanes = new Queue<string>();
            _turns.Enqueue(work.Person);
        }

        lanes.Enqueue(work.Lane);
    }

    private void Occupy(string person)
    {
        _count++;
        _places[person] = _places.GetValueOrDefault(person) + 1;
    }

    private void Free(string person)
    {
        _count--;
        if (--_places[person] == 0)
            _places.Remove(person);
        if (!_open && _count == 0)
            _empty.TrySetResult();
    }
}

/// <summary>A delivery to be handled.</summary>
/// <param name="Lane">See <see cref="Dispatch.Lane"/>.</param>
/// <param name="Person">Whose turn it takes; empty where nobody is behind it.</param>
/// <param name="Delivery">Which.</param>
/// <param name="Request">What was sent.</param>
/// <param name="GivenUp">Whether it was begun too often to be tried again.</param>
internal sealed record Work(string Lane, string Person, Delivery Delivery, object Request, bool GivenUp = false);
