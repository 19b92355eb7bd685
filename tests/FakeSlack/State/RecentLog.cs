namespace FakeSlack;

/// <summary>The latest entries of a log, the oldest forgotten past its capacity.</summary>
internal sealed class RecentLog<T>(int capacity)
{
    private readonly Lock _gate = new();
    private readonly Queue<T> _entries = new();

    public void Add(T entry)
    {
        lock (_gate)
        {
            if (_entries.Count == capacity)
                _entries.Dequeue();
            _entries.Enqueue(entry);
        }
    }

    public IReadOnlyList<T> Snapshot()
    {
        lock (_gate)
            return [.. _entries];
    }
}
