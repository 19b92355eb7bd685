using System.Collections.Concurrent;
using PaperBot.Slack.Dispatch;

namespace PaperBot.Slack.Tests.Dispatch;

/// <summary>An inbox that outlives the host it was given to, as one on a disk does.</summary>
internal sealed class TestInbox : IInbox
{
    private readonly ConcurrentDictionary<string, (StoredDelivery Delivery, bool Done)> _kept = new();

    /// <summary>Thrown from <see cref="TryAdd"/> while it is set.</summary>
    public Exception? Fault { get; set; }

    public bool Holds(string id) => _kept.ContainsKey(id);

    public bool IsDone(string id) => _kept.TryGetValue(id, out var kept) && kept.Done;

    public bool TryAdd(StoredDelivery delivery) => Fault is null ? _kept.TryAdd(delivery.Id, (delivery, false)) : throw Fault;

    public void Begin(string id) => _kept[id] = (_kept[id].Delivery with { Attempts = _kept[id].Delivery.Attempts + 1 }, false);

    public void Complete(string id) => _kept[id] = (_kept[id].Delivery, true);

    public IReadOnlyList<StoredDelivery> Unfinished() =>
        [.. _kept.Values.Where(kept => !kept.Done).Select(kept => kept.Delivery).OrderBy(delivery => delivery.ReceivedAt)];
}
