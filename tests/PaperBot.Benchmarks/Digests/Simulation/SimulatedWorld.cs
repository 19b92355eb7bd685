namespace PaperBot.Benchmarks.Digests.Simulation;

/// <summary>What the parts of a simulation know of each other.</summary>
internal sealed class SimulatedWorld(Func<DateTimeOffset> now)
{
    private readonly HashSet<string> _closed = [];

    /// <summary>Nothing goes wrong any more.</summary>
    public bool IsCalm { get; set; }

    public Dictionary<long, SimulatedSubscription> Subscriptions { get; } = [];

    /// <summary>Runs the second host, while the first is in the middle of something.</summary>
    public Func<Task> RunOtherHostAsync { get; set; } = () => Task.CompletedTask;

    public bool IsClosed(string place) => _closed.Contains(place);

    public void Close(string place) => _closed.Add(place);

    public void Open(string place) => _closed.Remove(place);

    public void Tell(long subscription) => Subscriptions[subscription].Told++;

    public void Hinder(long subscription) => Subscriptions[subscription].Hindrances.Add((now(), now()));
}
