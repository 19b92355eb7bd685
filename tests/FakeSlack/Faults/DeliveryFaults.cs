namespace FakeSlack;

/// <summary>
/// What goes wrong on the way of events to the app, by seeded chance. Commands and interactions are left alone: Slack does not repeat those.
/// </summary>
public sealed class DeliveryFaults
{
    private readonly Lock _gate = new();
    private readonly Random _random;

    internal DeliveryFaults(int seed) => _random = new Random(seed);

    /// <summary>The chance that an event that was acknowledged is sent once more all the same.</summary>
    public double RepeatChance { get; set; }

    /// <summary>The chance that an acknowledgement is lost, so that the event is repeated on Slack's schedule.</summary>
    public double LostAckChance { get; set; }

    /// <summary>The chance that an event comes late.</summary>
    public double DelayChance { get; set; }

    /// <summary>The chance that an event waits until the next has overtaken it.</summary>
    public double ReorderChance { get; set; }

    /// <summary>The longest that an event is late.</summary>
    public TimeSpan LongestDelay { get; set; } = TimeSpan.FromMilliseconds(200);

    /// <summary>Ends all of them.</summary>
    public void Clear() => RepeatChance = LostAckChance = DelayChance = ReorderChance = 0;

    internal bool Repeats() => Happens(RepeatChance);

    internal bool LosesAck() => Happens(LostAckChance);

    internal bool HoldsBack() => Happens(ReorderChance);

    internal TimeSpan? Delay() => Happens(DelayChance) ? LongestDelay * Draw() : null;

    private bool Happens(double chance) => chance > 0 && Draw() < chance;

    private double Draw()
    {
        lock (_gate)
            return _random.NextDouble();
    }
}
