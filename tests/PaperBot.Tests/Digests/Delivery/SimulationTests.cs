using Microsoft.Extensions.Time.Testing;
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

        var counts = await new DeliverySimulation(plan, _folder.Path, new MemoryChat(), new FakeTimeProvider(plan.Start)).RunAsync(default);

        using var told = new StringWriter();
        counts.Write(told);
        Assert.True(counts.IsClean, told.ToString());
        // Nothing is shown by a simulation in which nothing went wrong.
        Assert.True(counts is { Due: > 500, CaughtUp: > 0, FoundByLookUp: > 5, Overlaps: > 5, PostedNothing: > 5, Silent: > 5 }, told.ToString());
        Assert.Equal((9, 5), (counts.Crashes.Count, counts.Faults.Count));
    }

    [Fact]
    public async Task Digests_InAWorkspaceThatFails_ComeOnceEach()
    {
        var plan = new SimulationPlan(Subscriptions: 8, Days: 25, Seed: 3, CrashShare: 0.03, FaultShare: 0.04) { Start = new(2026, 3, 10, 0, 0, 0, TimeSpan.Zero) };
        var time = new FakeTimeProvider(plan.Start);
        await using var chat = await WorkspaceChat.StartAsync(Path.Combine(_folder.Path, "chat"), plan, time);

        var counts = await new DeliverySimulation(plan, Path.Combine(_folder.Path, "library"), chat, time).RunAsync(default);

        using var told = new StringWriter();
        counts.Write(told);
        Assert.True(counts.IsClean, told.ToString());
        Assert.True(counts is { Due: > 100, LookUps: > 3 }, told.ToString());
    }

    /// <summary>So that the tests above can fail: a chat that never looks for a post has some twice.</summary>
    [Fact]
    public async Task Digests_InAChatThatLooksForNoPost_ComeTwice()
    {
        var plan = new SimulationPlan(Subscriptions: 10, Days: 20, Seed: 5, CrashShare: 0.03, FaultShare: 0.04);

        var counts = await new DeliverySimulation(plan, _folder.Path, new MemoryChat(looks: false), new FakeTimeProvider(plan.Start)).RunAsync(default);

        Assert.True(counts.Double > 0);
    }
}
