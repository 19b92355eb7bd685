using System.Text.Json;
using Microsoft.Data.Sqlite;
using PaperBot.Papers;
using PaperBot.Storage;

namespace PaperBot.Digests.Subscriptions;

/// <summary>The <c>subscriptions</c> table. When the next digest of each is due is kept right with every change.</summary>
internal sealed class SubscriptionStore(LibraryDatabase database, SubscriptionChanges changes, TimeProvider time)
{
    public const string Columns =
        "id, place, owner, topics, authors, categories, seeds, cron, time_zone, most, minimum_score, since, paused";

    /// <summary>Keeps a new subscription; its id is given here.</summary>
    public Subscription Add(Subscription draft)
    {
        using var connection = database.Open();
        var now = time.GetUtcNow();
        var id = connection.Count(
            """
            INSERT INTO subscriptions (place, owner, topics, authors, categories, seeds, cron, time_zone, most, minimum_score, since, paused, next_at, created_at)
            VALUES ($place, $owner, $topics, $authors, $categories, $seeds, $cron, $zone, $most, $minimum, $since, $paused, $next, $now)
            RETURNING id
            """,
            [
                .. Values(draft), ("$owner", draft.Owner), ("$since", draft.Since.ToUnixTimeMilliseconds()), ("$paused", draft.Paused),
                ("$next", draft.Paused is null ? Schedule.Next(draft.Timing, now)?.ToUnixTimeMilliseconds() : null), ("$now", now.ToUnixTimeMilliseconds()),
            ]);
        changes.Tell();
        return draft with { Id = id };
    }

    public Subscription? Find(long id) => Select("id = $id", ("$id", id)).FirstOrDefault();

    /// <returns>Those of a channel, or of a person's direct messages, in the order in which they were made.</returns>
    public IReadOnlyList<Subscription> OfPlace(string place) => Select("place = $place", ("$place", place));

    public IReadOnlyList<Subscription> OfOwner(string owner) => Select("owner = $owner", ("$owner", owner));

    public IReadOnlyList<Subscription> All() => Select("1 = 1");

    /// <summary>Keeps what a subscription wants, where and when; its owner, since when, and whether it is paused stay as they are.</summary>
    /// <returns>False when it was removed meanwhile.</returns>
    public bool Change(Subscription changed)
    {
        using var connection = database.Open();
        // The next time of a timing that stays, due already perhaps, stays too.
        var rows = connection.Execute(
            """
            UPDATE subscriptions SET place = $place, topics = $topics, authors = $authors, categories = $categories, seeds = $seeds,
                next_at = CASE WHEN paused IS NOT NULL THEN NULL WHEN cron = $cron AND time_zone = $zone THEN next_at ELSE $next END,
                cron = $cron, time_zone = $zone, most = $most, minimum_score = $minimum
            WHERE id = $id
            """,
            [.. Values(changed), ("$next", Schedule.Next(changed.Timing, time.GetUtcNow())?.ToUnixTimeMilliseconds()), ("$id", changed.Id)]);
        changes.Tell();
        return rows > 0;
    }

    /// <summary>No digest comes until it is resumed. Who made it is not told: they, or whoever acts for them, did this.</summary>
    /// <param name="why">A sentence. One that is paused keeps its own.</param>
    /// <returns>False when it was paused already, or is gone.</returns>
    public bool Pause(long id, string why)
    {
        using var connection = database.Open();
        var rows = connection.Execute(
            "UPDATE subscriptions SET paused = $why, next_at = NULL, untold = 0 WHERE id = $id AND paused IS NULL", ("$why", why), ("$id", id));
        changes.Tell();
        return rows > 0;
    }

    /// <summary>Digests come again, from the next time of the schedule on. What was decided and never sent is decided anew then.</summary>
    public void Resume(long id)
    {
        using var connection = database.Open();
        using var transaction = connection.BeginTransaction(deferred: false);
        if (connection.Query($"SELECT {Columns} FROM subscriptions WHERE id = $id AND paused IS NOT NULL", row => Read(row), ("$id", id)) is not [var paused])
            return;
        connection.Execute(
            "DELETE FROM digest_papers WHERE digest IN (SELECT id FROM digests WHERE subscription = $id AND state = 0)", ("$id", id));
        connection.Execute("UPDATE digests SET state = 3 WHERE subscription = $id AND state = 0", ("$id", id));
        connection.Execute(
            "UPDATE subscriptions SET paused = NULL, next_at = $next, failures = 0, retry_at = 0, untold = 0 WHERE id = $id",
            ("$next", Schedule.Next(paused.Timing, time.GetUtcNow())?.ToUnixTimeMilliseconds()), ("$id", id));
        transaction.Commit();
        changes.Tell();
    }

    public void Remove(long id)
    {
        using var connection = database.Open();
        connection.Execute("DELETE FROM subscriptions WHERE id = $id", ("$id", id));
        changes.Tell();
    }

    /// <returns>When the next digest is due, which may be past when it is late; null while none is.</returns>
    public DateTimeOffset? NextAt(long id)
    {
        using var connection = database.Open();
        return connection.Query(
                "SELECT next_at FROM subscriptions WHERE id = $id AND next_at IS NOT NULL", row => DateTimeOffset.FromUnixTimeMilliseconds(row.GetInt64(0)), ("$id", id))
            .Select(at => (DateTimeOffset?)at).FirstOrDefault();
    }

    /// <param name="first">The index of the first of <see cref="Columns"/> in the row.</param>
    public static Subscription Read(SqliteDataReader row, int first = 0) => new(
        row.GetInt64(first), row.GetString(first + 1), row.GetString(first + 2),
        new Interest(
            List(row.GetString(first + 3)), List(row.GetString(first + 4)), List(row.GetString(first + 5)),
            [.. List(row.GetString(first + 6)).Select(key => new PaperKey(key))]),
        new Timing(row.GetString(first + 7), row.GetString(first + 8)), row.GetInt32(first + 9), row.GetDouble(first + 10),
        DateTimeOffset.FromUnixTimeMilliseconds(row.GetInt64(first + 11)), row.IsDBNull(first + 12) ? null : row.GetString(first + 12));

    private List<Subscription> Select(string condition, params ReadOnlySpan<(string Name, object? Value)> parameters)
    {
        using var connection = database.Open();
        return connection.Query($"SELECT {Columns} FROM subscriptions WHERE {condition} ORDER BY id", row => Read(row), parameters);
    }

    private static (string Name, object? Value)[] Values(Subscription subscription) =>
    [
        ("$place", subscription.Place), ("$topics", Json(subscription.Interest.Topics)), ("$authors", Json(subscription.Interest.Authors)),
        ("$categories", Json(subscription.Interest.Categories)), ("$seeds", Json(subscription.Interest.Seeds.Select(seed => seed.Value))),
        ("$cron", subscription.Timing.Cron), ("$zone", subscription.Timing.TimeZone), ("$most", subscription.Most),
        ("$minimum", subscription.MinimumScore),
    ];

    private static string Json(IEnumerable<string> values) => JsonSerializer.Serialize(values);

    private static List<string> List(string json) => JsonSerializer.Deserialize<List<string>>(json) ?? [];
}
