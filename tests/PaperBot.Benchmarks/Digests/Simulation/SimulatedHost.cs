using Microsoft.Extensions.Time.Testing;
using PaperBot.Digests.Delivery;
using PaperBot.Digests.Ranking;
using PaperBot.Digests.Subscriptions;
using PaperBot.Storage;

namespace PaperBot.Benchmarks.Digests.Simulation;

/// <summary>A process that posts digests. When it dies, another takes its place, which knows only what lies in the library.</summary>
internal sealed class SimulatedHost(
    LibraryDatabase library, ISimulatedChat chat, SimulatedPapers papers, SimulationPlan plan, Random random, FakeTimeProvider time,
    SimulationCounts counts, SimulatedWorld world)
{
    private DigestRunner? _runner;

    public DateTimeOffset AliveFrom { get; private set; }

    public bool IsBusy { get; private set; }

    public bool IsAlive => AliveFrom <= time.GetUtcNow();

    /// <returns>When there is something to do next; null when nothing is, or when it died.</returns>
    public async Task<DateTimeOffset?> RunAsync()
    {
        _runner ??= Start();
        IsBusy = true;
        try
        {
            return await _runner.RunDueAsync(default).ConfigureAwait(false);
        }
        catch (CrashException)
        {
            Die(time.GetUtcNow().AddSeconds(random.Next(1200)));
            return null;
        }
        finally
        {
            IsBusy = false;
        }
    }

    public void Die(DateTimeOffset until)
    {
        _runner = null;
        AliveFrom = until;
    }

    private DigestRunner Start()
    {
        var store = new DigestStore(library);
        var claims = new Claims(library, time);
        return new DigestRunner(
            new SubscriptionStore(library, new SubscriptionChanges(), time), store, new DigestDrafts(store, library, SelectAsync),
            new DigestWriter(library, claims, time), claims, new UnreliablePost(chat.Connect(), chat, plan, random, time, counts, world), time,
            new CrashingLog(plan, random, counts, world));
    }

    private async Task<DigestDraft> SelectAsync(Subscription subscription, DateTimeOffset after, DateTimeOffset until, CancellationToken cancellationToken)
    {
        if (!world.IsCalm && random.NextDouble() < plan.FaultShare / 2)
        {
            counts.Fault("library fails");
            world.Hinder(subscription.Id);
            throw new LibraryFaultException();
        }

        if (!world.IsCalm && random.NextDouble() < plan.FaultShare / 2)
        {
            counts.Fault("host stands still past its lease");
            world.Hinder(subscription.Id);
            time.Advance(Claims.Lease + TimeSpan.FromMinutes(1));
            await world.RunOtherHostAsync().ConfigureAwait(false);
        }

        return papers.Select(after, until, time.GetUtcNow());
    }
}
