using Microsoft.Extensions.Time.Testing;
using PaperBot.Digests.Delivery;
using PaperBot.Digests.Subscriptions;

namespace PaperBot.Benchmarks.Digests.Simulation;

/// <summary>The way from a host to the chat, on which all goes wrong that can, before the chat takes a message and after.</summary>
internal sealed class UnreliablePost(
    IDigestPost inner, ISimulatedChat chat, SimulationPlan plan, Random random, FakeTimeProvider time, SimulationCounts counts, SimulatedWorld world) : IDigestPost
{
    public async Task<PostOutcome> PostAsync(Digest digest, bool mayBePosted, CancellationToken cancellationToken)
    {
        if (world.IsClosed(digest.Subscription.Place))
            return new PostOutcome.Closed("The channel was archived.");
        await BeforeAsync(digest.Subscription.Id, cancellationToken).ConfigureAwait(false);
        var place = digest.Subscription.Place;
        var before = mayBePosted ? chat.SeenAt(place).Count : 0;
        var outcome = await inner.PostAsync(digest, mayBePosted, cancellationToken).ConfigureAwait(false);
        counts.LookUps += mayBePosted ? 1 : 0;
        counts.FoundByLookUp += mayBePosted && chat.SeenAt(place).Count == before ? 1 : 0;
        After(digest.Subscription.Id, cancellationToken);
        return outcome;
    }

    public async Task TellPausedAsync(Subscription subscription, string why, CancellationToken cancellationToken)
    {
        await BeforeAsync(subscription.Id, cancellationToken).ConfigureAwait(false);
        await inner.TellPausedAsync(subscription, why, cancellationToken).ConfigureAwait(false);
        world.Tell(subscription.Id);
    }

    private async Task BeforeAsync(long subscription, CancellationToken cancellationToken)
    {
        if (Happens(plan.CrashShare))
            throw Crashed("5a before the chat took it", subscription);
        if (Happens(plan.FaultShare))
            throw Failed("unreachable, not taken", subscription);
        if (Happens(plan.FaultShare))
            await world.RunOtherHostAsync().ConfigureAwait(false);
        cancellationToken.ThrowIfCancellationRequested();
    }

    private void After(long subscription, CancellationToken cancellationToken)
    {
        if (Happens(plan.CrashShare))
            throw Crashed("5b after the chat took it", subscription);
        if (Happens(plan.FaultShare))
            throw Failed("unreachable, taken", subscription);
        if (!Happens(plan.FaultShare))
            return;
        counts.Fault("too slow, taken");
        world.Hinder(subscription);
        time.Advance(TimeSpan.FromMinutes(3));
        cancellationToken.ThrowIfCancellationRequested();
    }

    private bool Happens(double share) => !world.IsCalm && random.NextDouble() < share;

    private CrashException Crashed(string step, long subscription)
    {
        counts.Crash(step);
        world.Hinder(subscription);
        return new CrashException(step);
    }

    private DigestPostException Failed(string kind, long subscription)
    {
        counts.Fault(kind);
        world.Hinder(subscription);
        return new DigestPostException("The chat is unreachable.");
    }
}
