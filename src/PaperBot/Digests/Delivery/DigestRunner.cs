using Microsoft.Extensions.Logging;
using PaperBot.Digests.Subscriptions;

namespace PaperBot.Digests.Delivery;

/// <summary>
/// Posts what is due, each once. A digest is decided and stored with its papers, then marked as perhaps posted, then posted, then marked as
/// posted; whoever takes over in between goes on from there, and has a digest that may be posted looked for first. Of several
/// processes on one library one at a time works on a subscription. What was missed while nobody ran comes as one digest.
/// </summary>
internal sealed class DigestRunner(
    SubscriptionStore subscriptions, DigestStore store, DigestDrafts drafts, DigestWriter writer, Claims claims, IDigestPost post, TimeProvider time,
    ILogger<DigestRunner> log)
{
    /// <summary>Well under the lease: a post that is still under way when another process takes over could come twice.</summary>
    internal static readonly TimeSpan PostLimit = TimeSpan.FromMinutes(2);

    /// <returns>When there is something to do next; null when nothing ever is.</returns>
    public async Task<DateTimeOffset?> RunDueAsync(CancellationToken cancellationToken)
    {
        await RunDueAsync(null, null, cancellationToken).ConfigureAwait(false);
        return claims.NextWork();
    }

    /// <summary>Posts what is due at a time; null is now.</summary>
    /// <param name="told">Hears what became of each.</param>
    public async Task RunDueAsync(DateTimeOffset? asOf, Action<long, NowOutcome>? told, CancellationToken cancellationToken)
    {
        while (claims.Next(asOf ?? time.GetUtcNow()) is { } claim)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var outcome = await AttendAsync(claim, null, asOf, cancellationToken).ConfigureAwait(false);
            told?.Invoke(claim.Subscription, outcome);
        }
    }

    /// <summary>Posts what is new now, whatever the schedule says.</summary>
    /// <param name="requestId">The same request posts once, however often it comes.</param>
    public async Task<NowOutcome> PostNowAsync(Subscription subscription, string requestId, CancellationToken cancellationToken) =>
        await PostNowAsync(subscription, requestId, null, cancellationToken).ConfigureAwait(false);

    public async Task<NowOutcome> PostNowAsync(Subscription subscription, string requestId, DateTimeOffset? asOf, CancellationToken cancellationToken)
    {
        var id = DigestId.OfRequest(subscription.Id, requestId);
        if (store.FindStored(id) is { State: DigestState.Posted or DigestState.NothingToPost } done)
            return Handled(done);
        if (claims.Of(subscription.Id) is { } claim)
            return await AttendAsync(claim, id, asOf, cancellationToken).ConfigureAwait(false);
        return subscriptions.Find(subscription.Id) is null ? new NowOutcome.Removed() : new NowOutcome.Busy();
    }

    /// <summary>What would be posted now; nothing of it is stored.</summary>
    public Task<Digest> PreviewAsync(Subscription subscription, CancellationToken cancellationToken) =>
        drafts.PreviewAsync(subscription, time.GetUtcNow(), cancellationToken);

    /// <param name="asked">The id of the digest that a person asked for; null for what is due.</param>
    private async Task<NowOutcome> AttendAsync(Claim claim, string? asked, DateTimeOffset? asOf, CancellationToken cancellationToken)
    {
        try
        {
            Log.Claimed(log, claim.Subscription);
            if (subscriptions.Find(claim.Subscription) is not { } subscription)
                return new NowOutcome.Removed();
            if (subscription.Paused is { } why)
                return await TellAsync(claim, subscription, why, asked is not null, cancellationToken).ConfigureAwait(false);
            var stored = store.Unfinished(subscription.Id)
                ?? await DecideAsync(claim, subscription, asked, asOf, cancellationToken).ConfigureAwait(false);
            return stored switch
            {
                null => new NowOutcome.Busy(),
                { State: DigestState.Decided or DigestState.MayBePosted } => await PostAsync(claim, stored, cancellationToken).ConfigureAwait(false),
                _ => Handled(stored),
            };
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            claims.Release(claim);
            throw;
        }
        catch (DigestPostException e)
        {
            Log.NotReached(log, claim.Subscription, e.Message);
            claims.Retry(claim);
            return new NowOutcome.Delayed();
        }
#pragma warning disable CA1031 // It is told in the log, and tried again; other subscriptions have not failed. A call that gave up by itself is cancelled as well.
        catch (Exception e)
#pragma warning restore CA1031
        {
            Log.Failed(log, e, claim.Subscription);
            claims.Retry(claim);
            return new NowOutcome.Delayed();
        }
    }

    /// <returns>Null when the lease was lost meanwhile.</returns>
    private async Task<StoredDigest?> DecideAsync(
        Claim claim, Subscription subscription, string? asked, DateTimeOffset? asOf, CancellationToken cancellationToken)
    {
        var looked = time.GetUtcNow();
        var now = asOf ?? looked;
        Log.Deciding(log, subscription.Id);
        var (draft, lookedUntil) = await drafts.DraftAsync(subscription, now, looked, cancellationToken).ConfigureAwait(false);
        var dueAt = asked is null && subscriptions.NextAt(subscription.Id) is { } first && first <= now
            ? Schedule.Last(subscription.Timing, first, now) : now;
        var digest = new Digest(asked ?? DigestId.OfDueTime(subscription.Id, dueAt), subscription, dueAt, draft.Items, draft.Candidates);
        // A person who asks is answered by whoever they asked; a schedule says once that there is nothing, and then is silent.
        var isNothing = draft.Items.Count == 0 && (asked is not null || store.NothingWasToldLast(subscription.Id) || store.WasPostedSince(subscription.Id, dueAt));
        var stored = writer.Decide(claim, digest, lookedUntil, isNothing, looked);
        Log.Decided(log, digest.Id, subscription.Id, draft.Items.Count);
        return stored;
    }

    private async Task<NowOutcome> PostAsync(Claim claim, StoredDigest stored, CancellationToken cancellationToken)
    {
        var (digest, mayBePosted) = (stored.Digest, stored.State == DigestState.MayBePosted);
        Log.Beginning(log, digest.Id);
        if (!writer.Begin(claim, digest.Id))
        {
            claims.Release(claim);
            return subscriptions.Find(claim.Subscription) switch
            {
                null => new NowOutcome.Removed(),
                { Paused: { } why } => new NowOutcome.Paused(why),
                _ => new NowOutcome.Busy(),
            };
        }

        Log.Begun(log, digest.Id);
        var outcome = await LimitedAsync(token => post.PostAsync(digest, mayBePosted, token), cancellationToken).ConfigureAwait(false);
        Log.Answered(log, digest.Id);
        if (outcome is PostOutcome.Closed closed)
        {
            writer.Close(claim, digest.Id, closed.Why, mayBePosted);
            Log.Closed(log, claim.Subscription, closed.Why);
            return new NowOutcome.Paused(closed.Why);
        }

        var message = ((PostOutcome.Posted)outcome).Message;
        writer.Finish(claim, digest.Id, message);
        Log.Posted(log, digest.Id, claim.Subscription);
        return new NowOutcome.Posted(digest, message);
    }

    /// <summary>Tells the owner of a pause that came by itself.</summary>
    private async Task<NowOutcome> TellAsync(Claim claim, Subscription subscription, string why, bool wasAsked, CancellationToken cancellationToken)
    {
        if (wasAsked)
            claims.Release(claim);
        else
        {
            await LimitedAsync(
                async token =>
                {
                    await post.TellPausedAsync(subscription, why, token).ConfigureAwait(false);
                    return true;
                },
                cancellationToken).ConfigureAwait(false);
            Log.Told(log, subscription.Id);
            writer.Tell(claim);
        }

        return new NowOutcome.Paused(why);
    }

    private async Task<T> LimitedAsync<T>(Func<CancellationToken, Task<T>> call, CancellationToken cancellationToken)
    {
        using var limit = new CancellationTokenSource(PostLimit, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, limit.Token);
        try
        {
            return await call(either.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException e) when (limit.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            throw new DigestPostException("The chat did not answer in time.", e);
        }
    }

    private static NowOutcome Handled(StoredDigest stored) => stored.State == DigestState.Posted
        ? new NowOutcome.Posted(stored.Digest, stored.Message) : new NowOutcome.NothingNew(stored.Digest.Candidates);
}
