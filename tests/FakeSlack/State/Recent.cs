using System.Collections.Concurrent;

namespace FakeSlack;

/// <summary>Things by name, the oldest forgotten past ten thousand.</summary>
internal sealed class Recent<T>
    where T : class
{
    private const int Capacity = 10_000;
    private readonly ConcurrentDictionary<string, T> _things = new();
    private readonly ConcurrentQueue<string> _order = new();

    public T? Find(string? name) => name is null ? null : _things.GetValueOrDefault(name);

    public T Set(string name, T thing) => Change(name, _ => thing);

    /// <summary>Keeps it and gives its name back.</summary>
    public string Issue(string name, T thing)
    {
        Set(name, thing);
        return name;
    }

    /// <summary>Puts what the change makes of the thing, or of nothing, in its place.</summary>
    public T Change(string name, Func<T?, T> change)
    {
        var isNew = false;
        var changed = _things.AddOrUpdate(
            name,
            _ =>
            {
                isNew = true;
                return change(null);
            },
            (_, thing) =>
            {
                isNew = false;
                return change(thing);
            });
        if (isNew)
            _order.Enqueue(name);
        while (_order.Count > Capacity && _order.TryDequeue(out var oldest))
            _things.TryRemove(oldest, out _);
        return changed;
    }

    public bool Remove(string name) => _things.TryRemove(name, out _);
}
