using Microsoft.Data.Sqlite;
using PaperBot.Digests.Ranking;
using PaperBot.Digests.Subscriptions;
using PaperBot.Storage;

namespace PaperBot.Digests.Delivery;

/// <summary>The steps of a digest, each of them one transaction, and each of them only under a lease that still holds.</summary>
internal sealed class DigestWriter(LibraryDatabase database, Claims claims, TimeProvider time)
{
    /// <summary>Stores what was decided for an occasion, with its papers, unless the occasion was decided already.</summary>
    /// <param name="isNothing">It is done with this: there is nothing to post.</param>
    /// <param name="at">When papers were looked for: times that have come since are not what the digest is for.</param>
    /// <returns>The digest as it is stored; null when the lease was lost.</returns>
    public StoredDigest? Decide(Claim claim, Digest draft, DateTimeOffset lookedUntil, bool isNothing, DateTimeOffset at)
    {
        using var connection = database.Open();
        using var transaction = connection.BeginTransaction(deferred: false);
        if (!claims.Renew(connection, claim))
            return null;
        // Given up before it was sent, it may be decided again.
        connection.Execute($"DELETE FROM digests WHERE id = $id AND state = {(int)DigestState.GivenUp}", ("$id", draft.Id));
        if (Find(connection, draft.Id) is null)
            Insert(connection, draft, lookedUntil, isNothing ? DigestState.NothingToPost : DigestState.Decided, at);
        var stored = Find(connection, draft.Id)!;
        if (stored.State is DigestState.NothingToPost or DigestState.Posted)
            GoOn(connection, claim, draft.Id);
        transaction.Commit();
        return stored;
    }

    /// <summary>To be called right before a post: whoever comes later knows that it may have come through.</summary>
    /// <returns>False when it must not be posted: the lease was lost, or the subscription was paused or removed.</returns>
    public bool Begin(Claim claim, string digest)
    {
        using var connection = database.Open();
        using var transaction = connection.BeginTransaction(deferred: false);
        if (!claims.Renew(connection, claim)
            || connection.Count("SELECT count(*) FROM subscriptions WHERE id = $id AND paused IS NULL", ("$id", claim.Subscription)) == 0)
            return false;
        connection.Execute($"UPDATE digests SET state = {(int)DigestState.MayBePosted} WHERE id = $id AND state = 0", ("$id", digest));
        transaction.Commit();
        return true;
    }

    /// <summary>Notes that it is posted, and when the next one is due.</summary>
    public void Finish(Claim claim, string digest, string message)
    {
        using var connection = database.Open();
        using var transaction = connection.BeginTransaction(deferred: false);
        // Also when the lease is another's by now: that it is posted is true all the same.
        connection.Execute(
            $"UPDATE digests SET state = {(int)DigestState.Posted}, message = $message, posted_at = $now WHERE id = $id AND state IN (0, 1)",
            ("$message", message), ("$now", time.GetUtcNow().ToUnixTimeMilliseconds()), ("$id", digest));
        if (claims.Renew(connection, claim))
            GoOn(connection, claim, digest);
        transaction.Commit();
    }

    /// <summary>Pauses a subscription whose place is closed; its owner is to be told.</summary>
    /// <param name="mayBePosted">An earlier try may have come through, so that the digest can only be finished, when the place is open again.</param>
    public void Close(Claim claim, string digest, string why, bool mayBePosted)
    {
        using var connection = database.Open();
        using var transaction = connection.BeginTransaction(deferred: false);
        if (!claims.Renew(connection, claim))
            return;
        if (!mayBePosted)
        {
            connection.Execute("DELETE FROM digest_papers WHERE digest = $id", ("$id", digest));
            connection.Execute($"UPDATE digests SET state = {(int)DigestState.GivenUp} WHERE id = $id", ("$id", digest));
        }

        Pause(connection, claim, why);
        transaction.Commit();
    }

    /// <summary>Notes that the owner knows of a pause.</summary>
    public void Tell(Claim claim)
    {
        using var connection = database.Open();
        connection.Execute(
            "UPDATE subscriptions SET untold = 0, failures = 0, retry_at = 0, lease = '', lease_until = 0 WHERE id = $id AND lease = $lease",
            ("$id", claim.Subscription), ("$lease", claim.Lease));
    }

    private static void Pause(SqliteConnection connection, Claim claim, string why) => connection.Execute(
        """
        UPDATE subscriptions SET paused = $why, next_at = NULL, untold = 1, failures = 0, retry_at = 0, lease = '', lease_until = 0
        WHERE id = $id AND paused IS NULL
        """,
        ("$why", why), ("$id", claim.Subscription));

    /// <summary>
    /// The next time is that of the schedule as it is now: it may have been changed meanwhile. A digest stands for all times up to when it was decided; one that
    /// was finished late leaves those that have come since, and they have one of their own.
    /// </summary>
    private static void GoOn(SqliteConnection connection, Claim claim, string digest)
    {
        connection.Execute(
            "UPDATE subscriptions SET failures = 0, retry_at = 0, lease = '', lease_until = 0 WHERE id = $id", ("$id", claim.Subscription));
        if (connection.Query(
            """
            SELECT s.cron, s.time_zone, max(d.due_at, d.made_at) FROM subscriptions s JOIN digests d ON d.id = $digest
            WHERE s.id = $id AND s.next_at <= max(d.due_at, d.made_at)
            """,
            row => (Timing: new Timing(row.GetString(0), row.GetString(1)), Until: DateTimeOffset.FromUnixTimeMilliseconds(row.GetInt64(2))),
            ("$id", claim.Subscription), ("$digest", digest)) is not [var (timing, until)])
            return;
        if (Schedule.Next(timing, until) is { } next)
            connection.Execute("UPDATE subscriptions SET next_at = $next WHERE id = $id", ("$next", next.ToUnixTimeMilliseconds()), ("$id", claim.Subscription));
        else
            Pause(connection, claim, $"Its schedule, {Schedule.Describe(timing)}, has no next time on this machine.");
    }

    private static void Insert(SqliteConnection connection, Digest draft, DateTimeOffset lookedUntil, DigestState state, DateTimeOffset at)
    {
        connection.Execute(
            """
            INSERT INTO digests (id, subscription, place, due_at, looked_until, candidates, state, made_at)
            VALUES ($id, $subscription, $place, $due, $looked, $candidates, $state, $now)
            """,
            ("$id", draft.Id), ("$subscription", draft.Subscription.Id), ("$place", draft.Subscription.Place), ("$due", draft.DueAt.ToUnixTimeMilliseconds()),
            ("$looked", lookedUntil.ToUnixTimeMilliseconds()), ("$candidates", draft.Candidates), ("$state", (int)state),
            ("$now", at.ToUnixTimeMilliseconds()));
        for (var i = 0; i < draft.Items.Count; i++)
            connection.Execute(
                """
                INSERT INTO digest_papers (subscription, paper, digest, position, score, tldr, why)
                VALUES ($subscription, $paper, $digest, $position, $score, $tldr, $why)
                """,
                ("$subscription", draft.Subscription.Id), ("$paper", draft.Items[i].Paper.Key.Value), ("$digest", draft.Id), ("$position", i),
                ("$score", draft.Items[i].Score), ("$tldr", draft.Items[i].Tldr), ("$why", draft.Items[i].Why));
    }

    private static StoredDigest? Find(SqliteConnection connection, string id) => DigestStore.Read(connection, "d.id = $id", ("$id", id));
}
