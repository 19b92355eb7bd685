using Microsoft.Data.Sqlite;
using PaperBot.Digests.Subscriptions;
using PaperBot.Storage;

namespace PaperBot.Digests.Delivery;

/// <summary>A subscription that this process, and no other, works on until the lease is over.</summary>
/// <param name="Lease">Unlike that of every other claim.</param>
internal sealed record Claim(long Subscription, string Lease);

/// <summary>Which process works on which subscription: leases in the <c>subscriptions</c> table, which who dies gives back by their end.</summary>
internal sealed class Claims(LibraryDatabase database, TimeProvider time)
{
    /// <summary>Much longer than a digest takes to decide and to post, each of which renews it.</summary>
    public static readonly TimeSpan Lease = TimeSpan.FromMinutes(10);

    // Anything to do: a digest to finish, one that is due, or an owner to tell of a pause.
    private const string HasWork =
        """
        ((paused IS NULL AND (next_at <= $due OR id IN (SELECT subscription FROM digests WHERE state IN (0, 1)))) OR untold = 1)
        """;

    /// <summary>Claims the subscription that has waited the longest; those that failed come behind the others, so that who hangs holds up nobody twice.</summary>
    /// <param name="due">What is due by then has waited.</param>
    /// <returns>Null when nothing waits that another process does not work on.</returns>
    public Claim? Next(DateTimeOffset due) => Take(
        $"SELECT id FROM subscriptions WHERE {HasWork} AND retry_at <= $now AND lease_until <= $now ORDER BY failures > 0, coalesce(next_at, 0), id LIMIT 1",
        ("$due", due.ToUnixTimeMilliseconds()));

    /// <returns>Null when it is gone, or another process works on it.</returns>
    public Claim? Of(long subscription) => Take(
        "SELECT id FROM subscriptions WHERE id = $id AND lease_until <= $now", ("$id", subscription));

    /// <summary>Prolongs a lease within a transaction.</summary>
    /// <returns>False when it was lost: another process works on the subscription, or it was removed. Nothing may be done for it then.</returns>
    public bool Renew(SqliteConnection connection, Claim claim) => connection.Execute(
        "UPDATE subscriptions SET lease_until = $until WHERE id = $id AND lease = $lease",
        ("$until", (time.GetUtcNow() + Lease).ToUnixTimeMilliseconds()), ("$id", claim.Subscription), ("$lease", claim.Lease)) == 1;

    public void Release(Claim claim)
    {
        using var connection = database.Open();
        connection.Execute(
            "UPDATE subscriptions SET lease = '', lease_until = 0 WHERE id = $id AND lease = $lease", ("$id", claim.Subscription), ("$lease", claim.Lease));
    }

    /// <summary>Releases what failed, to be tried again later: after one minute, two, four, and an hour at most.</summary>
    public void Retry(Claim claim)
    {
        using var connection = database.Open();
        connection.Execute(
            """
            UPDATE subscriptions SET lease = '', lease_until = 0, failures = failures + 1, retry_at = $now + 60000 * min(60, 1 << min(failures, 6))
            WHERE id = $id AND lease = $lease
            """,
            ("$now", time.GetUtcNow().ToUnixTimeMilliseconds()), ("$id", claim.Subscription), ("$lease", claim.Lease));
    }

    /// <returns>When there is something to do next, which may be past; null when there is nothing.</returns>
    public DateTimeOffset? NextWork()
    {
        using var connection = database.Open();
        return connection.Query(
            $"""
            SELECT min(max(CASE WHEN untold = 1 OR id IN (SELECT subscription FROM digests WHERE state IN (0, 1)) THEN 0 ELSE next_at END, retry_at, lease_until))
            FROM subscriptions WHERE {HasWork} HAVING count(*) > 0
            """,
            row => (DateTimeOffset?)DateTimeOffset.FromUnixTimeMilliseconds(row.GetInt64(0)), ("$due", long.MaxValue)).FirstOrDefault();
    }

    private Claim? Take(string chosen, (string Name, object? Value) parameter)
    {
        using var connection = database.Open();
        var now = time.GetUtcNow();
        var lease = Guid.NewGuid().ToString("N");
        return connection.Query(
            $"UPDATE subscriptions SET lease = $lease, lease_until = $until WHERE id = ({chosen}) RETURNING id",
            row => new Claim(row.GetInt64(0), lease), parameter, ("$lease", lease), ("$now", now.ToUnixTimeMilliseconds()),
            ("$until", (now + Lease).ToUnixTimeMilliseconds())).FirstOrDefault();
    }
}
