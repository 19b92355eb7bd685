using PaperBot.Slack.Dispatch;
using PaperBot.Storage;

namespace PaperBot.Bot.Deliveries;

/// <summary>
/// The <c>deliveries</c> table: what came from Slack, from before it was acknowledged until it is handled, and a week longer to know a repeat by.
/// </summary>
internal sealed class SqliteInbox(LibraryDatabase database, TimeProvider time) : IInbox
{
    /// <summary>Slack repeats within an hour; a week also covers a clock that was wrong.</summary>
    private static readonly TimeSpan Remembered = TimeSpan.FromDays(7);

    // Slack waits for 3 seconds, and what else comes over the same socket waits behind: who cannot be taken in now is told so, or comes again.
    private const int WriteSeconds = 1;

    // Forgetting is cheap, and cheaper when it is seldom.
    private const int CompletedBetweenCleanings = 1_000;

    private int _completed;

    public bool TryAdd(StoredDelivery delivery)
    {
        using var connection = database.Open();
        connection.DefaultTimeout = WriteSeconds;
        return connection.Execute(
            "INSERT INTO deliveries (id, type, payload, received_at) VALUES ($id, $type, $payload, $received) ON CONFLICT (id) DO NOTHING",
            ("$id", delivery.Id), ("$type", delivery.Type), ("$payload", delivery.Payload),
            ("$received", delivery.ReceivedAt.ToUnixTimeMilliseconds())) == 1;
    }

    public void Begin(string id)
    {
        using var connection = database.Open();
        connection.Execute("UPDATE deliveries SET attempts = attempts + 1 WHERE id = $id", ("$id", id));
    }

    public void Complete(string id)
    {
        using var connection = database.Open();
        connection.Execute(
            "UPDATE deliveries SET completed_at = $now, payload = '' WHERE id = $id",
            ("$id", id), ("$now", time.GetUtcNow().ToUnixTimeMilliseconds()));
        if (Interlocked.Increment(ref _completed) % CompletedBetweenCleanings == 0)
            connection.Execute(
                "DELETE FROM deliveries WHERE completed_at < $old", ("$old", (time.GetUtcNow() - Remembered).ToUnixTimeMilliseconds()));
    }

    public IReadOnlyList<StoredDelivery> Unfinished()
    {
        using var connection = database.Open();
        return connection.Query(
            "SELECT id, type, payload, received_at, attempts FROM deliveries WHERE completed_at IS NULL ORDER BY received_at, id",
            row => new StoredDelivery(
                row.GetString(0), row.GetString(1), row.GetString(2), DateTimeOffset.FromUnixTimeMilliseconds(row.GetInt64(3)), row.GetInt32(4)));
    }
}
