namespace PaperBot.Benchmarks.Digests.Simulation;

/// <summary>What happened in a simulation, as it was counted while it ran and from what lies in the chat and the library at its end.</summary>
internal sealed class SimulationCounts
{
    public int Subscriptions { get; set; }

    public int TimeZones { get; set; }

    /// <summary>Due times by the calendar, computed without the program's own schedule.</summary>
    public int Due { get; set; }

    /// <summary>Due times that have a digest of their own.</summary>
    public int OnTheirOwn { get; set; }

    /// <summary>Due times that a later or a delayed digest covers, because nobody could post then.</summary>
    public int CaughtUp { get; set; }

    /// <summary>Digests that lie in the chat.</summary>
    public int Posted { get; set; }

    /// <summary>Digests that said that there was nothing.</summary>
    public int PostedNothing { get; set; }

    /// <summary>Due times handled in silence.</summary>
    public int Silent { get; set; }

    public SortedDictionary<string, int> Crashes { get; } = new(StringComparer.Ordinal);

    public SortedDictionary<string, int> Faults { get; } = new(StringComparer.Ordinal);

    /// <summary>Posts that were looked for before they were tried again.</summary>
    public int LookUps { get; set; }

    public int FoundByLookUp { get; set; }

    /// <summary>Times at which the second host ran while the first was in the middle of a post.</summary>
    public int Overlaps { get; set; }

    public int Downtimes { get; set; }

    public int Pauses { get; set; }

    /// <summary>Owners who were told of a pause.</summary>
    public int Told { get; set; }

    public int Changes { get; set; }

    public int Removals { get; set; }

    public int PapersDelivered { get; set; }

    /// <summary>The longest that a digest came after its due time.</summary>
    public TimeSpan Latest { get; set; }

    // All that follows must be none.
    public int Double { get; set; }

    public int Lost { get; set; }

    /// <summary>Digests at times that the calendar does not name.</summary>
    public int Invented { get; set; }

    public int PapersTwice { get; set; }

    public int PapersLost { get; set; }

    public int NothingTwice { get; set; }

    public int ToldTwice { get; set; }

    public bool IsClean => Double + Lost + Invented + PapersTwice + PapersLost + NothingTwice + ToldTwice == 0;

    /// <summary>What is not clean, for who looks for the reason.</summary>
    public List<string> Complaints { get; } = [];

    public void Crash(string step) => Crashes[step] = Crashes.GetValueOrDefault(step) + 1;

    public void Fault(string kind) => Faults[kind] = Faults.GetValueOrDefault(kind) + 1;

    public void Write(TextWriter output)
    {
        output.WriteLine($"subscriptions {Subscriptions} in {TimeZones} time zones; schedules changed {Changes}, removed {Removals}, paused {Pauses} (owners told {Told})");
        output.WriteLine($"due {Due}: {OnTheirOwn} with a digest of their own, {CaughtUp} caught up with by another");
        output.WriteLine($"in the chat {Posted} digests, {PostedNothing} of them with nothing; handled in silence {Silent}; papers delivered {PapersDelivered}");
        output.WriteLine($"crashes {Crashes.Values.Sum()}: {List(Crashes)}");
        output.WriteLine($"faults {Faults.Values.Sum()}: {List(Faults)}");
        output.WriteLine($"look-ups {LookUps}, which found a post {FoundByLookUp}; overlapping hosts {Overlaps}; downtimes {Downtimes}; the latest came after {Latest}");
        output.WriteLine($"double {Double}, lost {Lost}, invented {Invented}; papers twice {PapersTwice}, papers lost {PapersLost}; nothing told twice {NothingTwice}, pause told twice {ToldTwice}");
        foreach (var complaint in Complaints.Take(20))
            output.WriteLine($"  {complaint}");
    }

    private static string List(SortedDictionary<string, int> counts) => string.Join(", ", counts.Select(pair => $"{pair.Key} {pair.Value}"));
}
