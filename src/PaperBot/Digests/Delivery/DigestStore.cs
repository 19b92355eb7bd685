using Microsoft.Data.Sqlite;
using PaperBot.Digests.Subscriptions;
using PaperBot.Papers;
using PaperBot.Retrieval;
using PaperBot.Storage;

namespace PaperBot.Digests.Delivery;

/// <summary>The <c>digests</c> and <c>digest_papers</c> tables, for who reads them.</summary>
internal sealed class DigestStore(LibraryDatabase database)
{
    private const string Columns = $"d.id, d.due_at, d.candidates, d.state, d.message, {Subscribed}";

    private const string Subscribed =
        "s.id, d.place, s.owner, s.topics, s.authors, s.categories, s.seeds, s.cron, s.time_zone, s.most, s.minimum_score, s.since, s.paused";

    private const string From = "digests d JOIN subscriptions s ON s.id = d.subscription";

    public Digest? Find(string id) => First("d.id = $id", ("$id", id))?.Digest;

    /// <returns>How a digest stands, too.</returns>
    public StoredDigest? FindStored(string id) => First("d.id = $id", ("$id", id));

    /// <returns>The digest that a message of a place is.</returns>
    public Digest? OfPost(string place, string message) =>
        message.Length == 0 ? null : First("d.message = $message AND d.place = $place", ("$message", message), ("$place", place))?.Digest;

    /// <returns>The last one posted.</returns>
    public Digest? Latest(long subscription) => First($"d.subscription = $id AND d.state = {(int)DigestState.Posted}", ("$id", subscription))?.Digest;

    public Subscription? SubscriptionOf(string id) => Find(id)?.Subscription;

    /// <returns>The oldest that was decided and of which it is not known that it is posted.</returns>
    public StoredDigest? Unfinished(long subscription)
    {
        using var connection = database.Open();
        return Read(connection, "d.subscription = $id AND d.state IN (0, 1) ORDER BY d.due_at", ("$id", subscription));
    }

    /// <returns>Up to when new papers were looked at; null before the first digest.</returns>
    public DateTimeOffset? LookedUntil(long subscription)
    {
        using var connection = database.Open();
        return connection.Query(
            $"SELECT max(looked_until) FROM digests WHERE subscription = $id AND state <> {(int)DigestState.GivenUp} HAVING max(looked_until) IS NOT NULL",
            row => (DateTimeOffset?)DateTimeOffset.FromUnixTimeMilliseconds(row.GetInt64(0)), ("$id", subscription)).FirstOrDefault();
    }

    /// <returns>Whether a digest came at or after a time: one that was late, so that readers have just heard of the subscription.</returns>
    public bool WasPostedSince(long subscription, DateTimeOffset at)
    {
        using var connection = database.Open();
        return connection.Count(
            $"SELECT count(*) FROM digests WHERE subscription = $id AND state = {(int)DigestState.Posted} AND posted_at >= $at",
            ("$id", subscription), ("$at", at.ToUnixTimeMilliseconds())) > 0;
    }

    /// <returns>Whether the last post said already that there was nothing.</returns>
    public bool NothingWasToldLast(long subscription)
    {
        using var connection = database.Open();
        return connection.Query(
            """
            SELECT NOT EXISTS (SELECT 1 FROM digest_papers p WHERE p.digest = d.id) FROM digests d
            WHERE d.subscription = $id AND d.state IN (1, 2) ORDER BY d.due_at DESC, d.made_at DESC LIMIT 1
            """,
            row => row.GetBoolean(0), ("$id", subscription)).FirstOrDefault();
    }

    /// <returns>The papers that it was sent or is about to be.</returns>
    public IReadOnlySet<PaperKey> PapersOf(long subscription)
    {
        using var connection = database.Open();
        return connection.Query(
            "SELECT paper FROM digest_papers WHERE subscription = $id", row => new PaperKey(row.GetString(0)), ("$id", subscription)).ToHashSet();
    }

    private StoredDigest? First(string condition, params ReadOnlySpan<(string Name, object? Value)> parameters)
    {
        using var connection = database.Open();
        return Read(connection, $"{condition} ORDER BY d.due_at DESC, d.made_at DESC", parameters);
    }

    internal static StoredDigest? Read(SqliteConnection connection, string condition, params ReadOnlySpan<(string Name, object? Value)> parameters)
    {
        var found = connection.Query($"SELECT {Columns} FROM {From} WHERE {condition} LIMIT 1", ReadRow, parameters).FirstOrDefault();
        return found is null ? null : found with { Digest = found.Digest with { Items = Items(connection, found.Digest.Id) } };
    }

    private static StoredDigest ReadRow(SqliteDataReader row) => new(
        new Digest(row.GetString(0), SubscriptionStore.Read(row, first: 5), DateTimeOffset.FromUnixTimeMilliseconds(row.GetInt64(1)), [], row.GetInt32(2)),
        (DigestState)row.GetInt32(3), row.GetString(4));

    /// <summary>A paper that was removed from the library meanwhile is left out; one that was merged into another is the other.</summary>
    private static List<DigestItem> Items(SqliteConnection connection, string digest) => connection.Query(
        $"""
        SELECT i.score, i.tldr, i.why, {PaperRow.Columns} FROM digest_papers i
        JOIN paper_keys k ON k.key = i.paper JOIN papers p ON p.id = k.paper_id
        WHERE i.digest = $digest ORDER BY i.position
        """,
        row => new DigestItem(PaperRow.Read(row, first: 3), row.GetDouble(0), row.GetString(1), row.GetString(2)), ("$digest", digest));
}
