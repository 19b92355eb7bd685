using System.Text.Json;
using PaperBot.Papers;
using PaperBot.Retrieval;
using PaperBot.Storage;

namespace PaperBot.Bot.Withdrawals;

/// <summary>
/// The <c>withdrawal_notices</c> table: which threads were told that a paper was taken back. Its state is 0 while a notice may have been posted,
/// 1 when it was, 2 when it cannot be. Whoever is at a notice has it for as long as a lease.
/// </summary>
internal sealed class WithdrawalStore(LibraryDatabase database, TimeProvider time)
{
    // Longer than a post takes with all its tries; a process that died gives it back by then.
    private static readonly TimeSpan Lease = TimeSpan.FromMinutes(5);

    // A source dates what it sees by the second.
    private const long Second = 1_000;

    /// <summary>
    /// The threads that cite one of the papers in an answer, a summary, a comparison or a list that all could see, sent before the paper was taken
    /// back, and that were not told. Papers near to what nobody answered are not cited.
    /// </summary>
    public IReadOnlyList<CitingThread> Untold(IReadOnlyList<TakenBackPaper> takenBack, int most)
    {
        if (takenBack.Count == 0)
            return [];
        using var connection = database.Open();
        // A reply outside of threads is itself the beginning of one, but between two people. What is begun and not made yet holds no list.
        var rows = connection.Query(
            """
            WITH wanted AS (
                SELECT p.id AS paper, w.value ->> 'Key' AS key, w.value ->> 'At' AS at FROM json_each($taken) w
                JOIN papers p ON p.key = w.value ->> 'Key'
            ), cited AS (
                SELECT r.channel, iif(r.thread = '' AND r.channel NOT LIKE 'D%', r.message, r.thread) AS thread, r.created_at, c.value AS key
                FROM replies r, json_each(iif(r.state = 2, r.papers, '[]')) c
                WHERE r.state = 2 AND r.private = 0 AND r.kind NOT IN ('Refusal', 'Notice')
            )
            SELECT cited.channel, cited.thread, wanted.key FROM cited
            JOIN paper_keys k ON k.key = cited.key JOIN wanted ON wanted.paper = k.paper_id
            WHERE cited.created_at < wanted.at AND NOT EXISTS (
                SELECT 1 FROM withdrawal_notices n JOIN paper_keys told ON told.key = n.paper
                WHERE n.channel = cited.channel AND n.thread = cited.thread AND told.paper_id = wanted.paper AND (n.state > 0 OR n.told_at > $free))
            GROUP BY cited.channel, cited.thread, wanted.paper ORDER BY wanted.at, cited.channel, cited.thread LIMIT $most
            """,
            row => (Channel: row.GetString(0), Thread: row.GetString(1), Key: row.GetString(2)),
            ("$taken", JsonSerializer.Serialize(takenBack.Select(taken => new { Key = taken.Paper.Key.Value, At = taken.At.ToUnixTimeMilliseconds() + Second }))),
            ("$free", Now - (long)Lease.TotalMilliseconds), ("$most", most));
        var papers = takenBack.ToDictionary(taken => taken.Paper.Key.Value);
        return [.. rows.Select(row => new CitingThread(row.Channel, row.Thread, papers[row.Key]))];
    }

    /// <returns>Whether this process is the one to tell the thread now.</returns>
    public bool Claim(CitingThread thread)
    {
        using var connection = database.Open();
        return connection.Execute(
            """
            INSERT INTO withdrawal_notices (channel, thread, paper, told_at) VALUES ($channel, $thread, $paper, $now)
            ON CONFLICT (channel, thread, paper) DO UPDATE SET told_at = excluded.told_at
                WHERE withdrawal_notices.state = 0 AND withdrawal_notices.told_at <= $free
            """,
            [.. Key(thread), ("$now", Now), ("$free", Now - (long)Lease.TotalMilliseconds)]) == 1;
    }

    /// <summary>Gives back what was claimed and could not be finished; it may have been posted.</summary>
    public void Release(CitingThread thread) => Set(thread, state: 0, at: 0);

    public void Told(CitingThread thread) => Set(thread, state: 1, at: Now);

    /// <summary>Nobody can be told there.</summary>
    public void GiveUp(CitingThread thread) => Set(thread, state: 2, at: Now);

    private long Now => time.GetUtcNow().ToUnixTimeMilliseconds();

    private void Set(CitingThread thread, int state, long at)
    {
        using var connection = database.Open();
        connection.Execute(
            "UPDATE withdrawal_notices SET state = $state, told_at = $at WHERE channel = $channel AND thread = $thread AND paper = $paper",
            [.. Key(thread), ("$state", state), ("$at", at)]);
    }

    private static (string, object?)[] Key(CitingThread thread) =>
        [("$channel", thread.Channel), ("$thread", thread.Thread), ("$paper", thread.Paper.Value)];
}
