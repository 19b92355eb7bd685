using Microsoft.Extensions.Time.Testing;
using PaperBot.Digests.Subscriptions;
using PaperBot.Papers;

namespace PaperBot.Tests.Digests.Subscriptions;

public sealed class SubscriptionStoreTests : IDisposable
{
    private static readonly DateTimeOffset Sunday = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);

    private readonly TemporaryFolder _folder = new();
    private readonly FakeTimeProvider _time = new(Sunday);
    private readonly SubscriptionChanges _changes = new();
    private readonly SubscriptionStore _store;

    public SubscriptionStoreTests() => _store = new SubscriptionStore(_folder.Library(), _changes, _time);

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Add_AllOfIt_IsFoundAgain()
    {
        var added = _store.Add(Some() with { Interest = new Interest(["sparse “retrieval”"], ["Ada Lovelace"], ["cs.IR"], [new PaperKey("arxiv:2111.08566")]) });

        Assert.Equivalent(added, _store.Find(added.Id), strict: true);
        Assert.Equal([added.Id], _store.OfPlace("C1").Concat(_store.OfOwner("U1")).Concat(_store.All()).Select(found => found.Id).Distinct());
        Assert.Empty(_store.OfPlace("C2"));
        Assert.Equal(new DateTimeOffset(2026, 3, 2, 8, 0, 0, TimeSpan.Zero), _store.NextAt(added.Id));
    }

    [Fact]
    public void Change_OfTheSchedule_MovesTheNextTime_AndOfAnythingElseDoesNot()
    {
        var added = _store.Add(Some());
        _time.Advance(TimeSpan.FromDays(3));

        Assert.True(_store.Change(added with { Most = 3 }));
        var late = _store.NextAt(added.Id);
        Assert.True(_store.Change(added with { Timing = new Timing("0 9 * * 5", "UTC") }));

        Assert.Equal(new DateTimeOffset(2026, 3, 2, 8, 0, 0, TimeSpan.Zero), late);
        Assert.Equal(new DateTimeOffset(2026, 3, 6, 9, 0, 0, TimeSpan.Zero), _store.NextAt(added.Id));
    }

    [Fact]
    public void Pause_HasNoNextTime_UntilItIsResumed()
    {
        var added = _store.Add(Some());

        _store.Pause(added.Id, "It was paused by <@U1>.");
        Assert.True(_store.Change(added with { Timing = new Timing("0 10 * * *", "UTC") }));
        var (paused, none) = (_store.Find(added.Id)!.Paused, _store.NextAt(added.Id));
        _time.Advance(TimeSpan.FromDays(10));
        _store.Resume(added.Id);

        Assert.Equal(("It was paused by <@U1>.", null), (paused, none));
        Assert.Equal(new DateTimeOffset(2026, 3, 12, 10, 0, 0, TimeSpan.Zero), _store.NextAt(added.Id));
        Assert.Null(_store.Find(added.Id)!.Paused);
    }

    [Fact]
    public void Remove_LeavesNothing()
    {
        var added = _store.Add(Some());

        _store.Remove(added.Id);

        Assert.Null(_store.Find(added.Id));
        Assert.Null(_store.NextAt(added.Id));
        Assert.False(_store.Change(added));
    }

    [Fact]
    public async Task Change_OfAnything_WakesWhoWaits()
    {
        var waiting = _changes.WaitAsync(default);
        Assert.False(waiting.IsCompleted);

        _store.Add(Some());
        await waiting;
        _store.Add(Some());
        _store.Add(Some());
        await _changes.WaitAsync(default);

        Assert.False(_changes.WaitAsync(default).IsCompleted);
    }

    private static Subscription Some() => new(0, "C1", "U1", Interest.None, new Timing("0 9 * * *", "Europe/Berlin"), 10, 0.3, Sunday, null);
}
