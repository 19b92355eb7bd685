namespace PaperBot.Slack.Dispatch;

/// <summary>
/// Drops repeats among the last deliveries, for as long as the process lives. What was in hand when it ends is lost; a host that must not lose any
/// brings its own inbox.
/// </summary>
internal sealed class MemoryInbox : IInbox
{
    private const int Remembered = 20_000;
    private readonly Lock _gate = new();
    private readonly HashSet<string> _ids = new(StringComparer.Ordinal);
    private readonly Queue<string> _order = new();

    public bool TryAdd(StoredDelivery delivery)
    {
        lock (_gate)
        {
            if (!_ids.Add(delivery.Id))
                return false;
            _order.Enqueue(delivery.Id);
            if (_order.Count > Remembered)
                _ids.Remove(_order.Dequeue());
            return true;
        }
    }

    public void Begin(string id)
    {
    }

    public void Complete(string id)
    {
    }

    public IReadOnlyList<StoredDelivery> Unfinished() => [];
}
