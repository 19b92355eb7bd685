using PaperBot.Storage;

namespace PaperBot.Bot.Decisions;

/// <summary>The <c>decisions</c> table: a person can see why they were answered or not.</summary>
internal sealed class DecisionStore(LibraryDatabase database, TimeProvider time)
{
    /// <summary>So many of a person are kept.</summary>
    public const int MostOfPerson = 50;

    /// <summary>Notes a decision; a later one on the same message takes its place.</summary>
    public void Note(string person, string channel, string message, DecisionOutcome outcome, string reason = "")
    {
        using var connection = database.Open();
        connection.Execute(
            """
            INSERT INTO decisions (person, channel, message, outcome, reason, decided_at)
            VALUES ($person, $channel, $message, $outcome, $reason, $now)
            ON CONFLICT (channel, message) WHERE message <> ''
                DO UPDATE SET outcome = excluded.outcome, reason = excluded.reason, decided_at = excluded.decided_at
            """,
            ("$person", person), ("$channel", channel), ("$message", message), ("$outcome", outcome.ToString()), ("$reason", reason),
            ("$now", time.GetUtcNow().ToUnixTimeMilliseconds()));
        connection.Execute(
            """
            DELETE FROM decisions WHERE person = $person
                AND id <= (SELECT id FROM decisions WHERE person = $person ORDER BY id DESC LIMIT 1 OFFSET $most)
            """,
            ("$person", person), ("$most", MostOfPerson));
    }

    /// <returns>What was decided about a message; null when nothing was, or it has been forgotten.</returns>
    public Decision? Find(string channel, string message)
    {
        using var connection = database.Open();
        return connection.Query(
            $"SELECT {Columns} FROM decisions WHERE channel = $channel AND message = $message", Read, ("$channel", channel), ("$message", message))
            .FirstOrDefault();
    }

    /// <returns>The latest first.</returns>
    public IReadOnlyList<Decision> OfPerson(string person, int most)
    {
        using var connection = database.Open();
        return connection.Query(
            $"SELECT {Columns} FROM decisions WHERE person = $person ORDER BY id DESC LIMIT $most", Read, ("$person", person), ("$most", most));
    }

    private const string Columns = "person, channel, message, outcome, reason, decided_at";

    private static Decision Read(Microsoft.Data.Sqlite.SqliteDataReader row) => new(
        row.GetString(0), row.GetString(1), row.GetString(2), Enum.Parse<DecisionOutcome>(row.GetString(3)), row.GetString(4),
        DateTimeOffset.FromUnixTimeMilliseconds(row.GetInt64(5)));
}
