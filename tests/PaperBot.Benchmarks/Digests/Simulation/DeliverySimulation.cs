using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;
using PaperBot.Digests.Subscriptions;
using PaperBot.Retrieval;
using PaperBot.Storage;

namespace PaperBot.Benchmarks.Digests.Simulation;

/// <summary>
/// Many subscriptions over many days with two hosts on one library, which die at every step, stand still, and are down together, and a chat that
/// fails before and after it takes a message. Time is simulated, and the second host runs in the middle of what the first does.
/// </summary>
internal sealed class DeliverySimulation
{
    // All that was due meanwhile is posted one after another, the oldest first; what comes every hour may miss an hour.
    private static readonly TimeSpan BacklogTime = TimeSpan.FromHours(1);

    private readonly SimulationPlan _plan;
    private readonly Random _random;
    private readonly FakeTimeProvider _time;
    private readonly SimulationCounts _counts = new();
    private readonly SimulatedWorld _world;
    private readonly SimulatedHost[] _hosts;
    private readonly SimulatedPapers _papers;
    private readonly LibraryDatabase _library;
    private readonly SubscriptionStore _subscriptions;
    private readonly ISimulatedChat _chat;
    private readonly PriorityQueue<Action, DateTimeOffset> _events = new();

    /// <param name="folder">An empty folder for the library.</param>
    /// <param name="time">From the plan's start on.</param>
    public DeliverySimulation(SimulationPlan plan, string folder, ISimulatedChat chat, FakeTimeProvider time)
    {
        (_plan, _random, _time, _chat) = (plan, new Random(plan.Seed), time, chat);
        _world = new SimulatedWorld(_time.GetUtcNow) { RunOtherHostAsync = RunOtherAsync };
        _library = Library(folder);
        _papers = new SimulatedPapers(plan, _random);
        _subscriptions = new SubscriptionStore(_library, new SubscriptionChanges(), _time);
        _hosts = [.. Enumerable.Range(0, 2).Select(_ => new SimulatedHost(Library(folder), chat, _papers, plan, _random, _time, _counts, _world))];
    }

    public async Task<SimulationCounts> RunAsync(CancellationToken cancellationToken)
    {
        _papers.Store(new PaperStore(_library, _time));
        Subscribe();
        PlanDowntimes();
        while (_time.GetUtcNow() < _plan.End)
        {
            cancellationToken.ThrowIfCancellationRequested();
            await StepAsync().ConfigureAwait(false);
        }

        await FinishAsync().ConfigureAwait(false);
        new SimulationCheck(_plan, _library, _chat, _papers, _counts).Check([.. _world.Subscriptions.Values]);
        return _counts;
    }

    private async Task StepAsync()
    {
        var now = _time.GetUtcNow();
        while (_events.TryPeek(out var happen, out var at) && at <= now)
        {
            _events.Dequeue();
            happen();
        }

        var alive = _hosts.Where(host => host.IsAlive).ToList();
        DateTimeOffset? next = _hosts.Min(host => host.AliveFrom);
        if (alive.Count > 0)
        {
            next = await alive[_random.Next(alive.Count)].RunAsync().ConfigureAwait(false) ?? _time.GetUtcNow().AddSeconds(30);
            NoteCrashed();
        }

        now = _time.GetUtcNow();
        var target = _events.TryPeek(out _, out var soon) && soon < next ? soon : next.Value;
        _time.Advance((target > now ? target - now : TimeSpan.Zero) + TimeSpan.FromSeconds(1 + _random.Next(20)));
    }

    /// <summary>Two quiet days' worth of passes, so that what is on its way arrives.</summary>
    private async Task FinishAsync()
    {
        _world.IsCalm = true;
        foreach (var closed in _world.Subscriptions.Values)
            _world.Open(closed.Place);
        for (var pass = 0; pass < 20; pass++)
        {
            _time.Advance(TimeSpan.FromMinutes(10));
            foreach (var host in _hosts.Where(host => host.IsAlive))
                await host.RunAsync().ConfigureAwait(false);
        }
    }

    private async Task RunOtherAsync()
    {
        if (_hosts.FirstOrDefault(host => host is { IsBusy: false, IsAlive: true }) is not { } other)
            return;
        _counts.Overlaps++;
        await other.RunAsync().ConfigureAwait(false);
        NoteCrashed();
    }

    /// <summary>Whatever a dead host held comes late.</summary>
    private void NoteCrashed()
    {
        using var connection = _library.Open();
        foreach (var held in connection.Query("SELECT id FROM subscriptions WHERE lease <> ''", row => row.GetInt64(0)))
            _world.Hinder(held);
    }

    private void Subscribe()
    {
        for (var i = 0; i < _plan.Subscriptions; i++)
        {
            var zone = SimulationPlan.TimeZones[i % SimulationPlan.TimeZones.Count];
            var calendar = SomeCalendar(zone, i);
            var draft = new Subscription(0, $"C{i}", $"U{i}", Interest.None, calendar.Timing, 10, 0, _plan.Start, null);
            var subscription = new SimulatedSubscription(_subscriptions.Add(draft).Id, draft.Place, calendar, _plan.Start);
            _world.Subscriptions.Add(subscription.Id, subscription);
            PlanChanges(subscription, i);
        }

        (_counts.Subscriptions, _counts.TimeZones) = (_plan.Subscriptions, Math.Min(_plan.Subscriptions, SimulationPlan.TimeZones.Count));
    }

    /// <summary>Most are due in the hours in which clocks are changed.</summary>
    private Calendar SomeCalendar(string zone, int i)
    {
        var hour = i % 3 == 0 ? 9 : _random.Next(5);
        var minute = _random.Next(12) * 5;
        return (i % 100) switch
        {
            7 => new Calendar(zone, null, minute, Calendar.EveryDay, null),
            < 50 => new Calendar(zone, hour, minute, Calendar.EveryDay, null),
            < 75 => new Calendar(zone, hour, minute, Calendar.Weekdays, null),
            < 95 => new Calendar(zone, hour, minute, [(DayOfWeek)_random.Next(7)], null),
            _ => new Calendar(zone, hour, minute, Calendar.EveryDay, 1),
        };
    }

    private void PlanChanges(SimulatedSubscription subscription, int i)
    {
        var at = _plan.Start.AddDays(_plan.Days * (0.2 + (_random.NextDouble() * 0.5)));
        var later = at.AddDays(_plan.Days * 0.05 * (1 + _random.NextDouble()));
        switch (i % 20)
        {
            case 3 or 13:
                _events.Enqueue(() => _world.Close(Closing(subscription).Place), at);
                _events.Enqueue(() => Resume(subscription), later);
                break;
            case 5:
                _events.Enqueue(() => Pause(subscription), at);
                _events.Enqueue(() => Resume(subscription), later);
                break;
            case 9 or 19:
                _events.Enqueue(() => Change(subscription, i), at);
                break;
            case 11:
                _events.Enqueue(() => Remove(subscription), at);
                break;
            default:
                break;
        }
    }

    private SimulatedSubscription Closing(SimulatedSubscription subscription)
    {
        subscription.PausedAt = _time.GetUtcNow();
        subscription.TimesClosed++;
        _counts.Pauses++;
        return subscription;
    }

    private void Pause(SimulatedSubscription subscription)
    {
        subscription.PausedAt = _time.GetUtcNow();
        _counts.Pauses++;
        _subscriptions.Pause(subscription.Id, "It was paused.");
    }

    private void Resume(SimulatedSubscription subscription)
    {
        var pause = (subscription.PausedAt!.Value, _time.GetUtcNow());
        subscription.Pauses.Add(pause);
        subscription.Hindrances.Add(pause);
        _world.Open(subscription.Place);
        _subscriptions.Resume(subscription.Id);
    }

    private void Change(SimulatedSubscription subscription, int i)
    {
        _counts.Changes++;
        var stored = _subscriptions.Find(subscription.Id)!;
        _subscriptions.Change(stored with { Timing = subscription.Change(SomeCalendar(SimulationPlan.TimeZones[(i + 7) % 40], i), _time.GetUtcNow()) });
    }

    private void Remove(SimulatedSubscription subscription)
    {
        _counts.Removals++;
        subscription.RemovedAt = _time.GetUtcNow();
        _subscriptions.Remove(subscription.Id);
    }

    private void PlanDowntimes()
    {
        TimeSpan[] lengths = [TimeSpan.FromMinutes(30), TimeSpan.FromHours(5), TimeSpan.FromDays(3), TimeSpan.FromDays(8)];
        for (var day = 15; day < _plan.Days - 10; day += 20)
        {
            var length = lengths[_random.Next(lengths.Length)];
            _events.Enqueue(() => GoDown(length), _plan.Start.AddDays(day).AddSeconds(_random.Next(86_400)));
        }
    }

    private void GoDown(TimeSpan length)
    {
        _counts.Downtimes++;
        var (from, until) = (_time.GetUtcNow(), _time.GetUtcNow() + length);
        foreach (var host in _hosts)
            host.Die(until);
        foreach (var subscription in _world.Subscriptions.Values)
            subscription.Hindrances.Add((from, until + BacklogTime));
    }

    private static LibraryDatabase Library(string folder) => new(Options.Create(new StorageOptions { DataFolder = folder }));
}
