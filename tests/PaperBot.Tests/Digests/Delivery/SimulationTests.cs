using PaperBot.Benchmarks.Digests.Simulation;

namespace PaperBot.Tests.Digests.Delivery;

/// <summary>The simulation of the benchmarks, small: it takes seconds and covers both clock changes of the spring.</summary>
public sealed class SimulationTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Digests_ThroughCrashesFaultsAndClockChanges_ComeOnceEach()
    {
        var plan = new SimulationPlan(Subscriptions: 30, Days: 60, Seed: 5, CrashShare: 0.03, FaultShare: 0.04) { Start = new(2026, 3, 1, 0, 0, 0, TimeSpan.Zero) };

        var counts = await new DeliverySimulation(plan, _folder.Path, new MemoryChat()).RunAsync(default);

        using var told = new StringWriter();
        counts.Write(told);
        Assert.True(counts.IsClean, told.ToString());
        // Nothing is shown by a simulation in which nothing went wrong.
        Assert.True(counts is { Due: > 500, CaughtUp: > 0, FoundByLookUp: > 5, Overlaps: > 5, PostedNothing: > 5, Silent: > 5 }, told.ToString());
        Assert.Equal((9, 5), (counts.Crashes.Count, counts.Faults.Count));
    }

    /// <summary>So that the test above can fail: a chat that never looks for a post has some twice.</summary>
    [Fact]
    public async Task Digests_InAChatThatLooksForNoPost_ComeTwice()
    {
        var plan = new SimulationPlan(Subscriptions: 10, Days: 20, Seed: 5, CrashShare: 0.03, FaultShare: 0.04);

        var counts = await new DeliverySimulation(plan, _folder.Path, new MemoryChat(looks: false)).RunAsync(default);

        Assert.True(counts.Double > 0);
    }
}
