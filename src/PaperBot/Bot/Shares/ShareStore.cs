using System.Globalization;
using PaperBot.Papers;
using PaperBot.Storage;

namespace PaperBot.Bot.Shares;

/// <summary>The <c>paper_shares</c> table: in which messages people named a paper. It answers for one conversation and holds no text.</summary>
internal sealed class ShareStore(LibraryDatabase database, TimeProvider time)
{
    /// <summary>Kept of one paper in one conversation; the latest are what people look for.</summary>
    public const int MostOfAPaper = 10;

    private static readonly TimeSpan Remembered = TimeSpan.FromDays(2 * 365);

    /// <summary>Notes a message that names papers; doing so again changes nothing.</summary>
    public void Record(SharedIn message, string person, IReadOnlyList<PaperKey> papers)
    {
        if (papers.Count == 0 || When(message.Ts) is not { } at)
            return;
        using var connection = database.Open();
        using var transaction = connection.BeginTransaction(deferred: false);
        foreach (var paper in papers)
        {
            connection.Execute(
                """
                INSERT INTO paper_shares (paper, channel, message, thread, person, shared_at)
                VALUES ($paper, $channel, $message, $thread, $person, $at)
                ON CONFLICT (paper, channel, message) DO NOTHING
                """,
                ("$paper", paper.Value), ("$channel", message.Channel), ("$message", message.Ts), ("$thread", message.Thread),
                ("$person", person), ("$at", at.ToUnixTimeMilliseconds()));
            connection.Execute(
                """
                DELETE FROM paper_shares WHERE paper = $paper AND channel = $channel AND message NOT IN (
                    SELECT message FROM paper_shares WHERE paper = $paper AND channel = $channel ORDER BY shared_at DESC, message DESC LIMIT $most)
                """,
                ("$paper", paper.Value), ("$channel", message.Channel), ("$most", MostOfAPaper));
        }

        connection.Execute("DELETE FROM paper_shares WHERE shared_at < $old", ("$old", (time.GetUtcNow() - Remembered).ToUnixTimeMilliseconds()));
        transaction.Commit();
    }

    /// <summary>Forgets a message that was deleted.</summary>
    public void Forget(string channel, string message)
    {
        using var connection = database.Open();
        connection.Execute("DELETE FROM paper_shares WHERE channel = $channel AND message = $message", ("$channel", channel), ("$message", message));
    }

    /// <summary>The last message before this one that named the paper, in the same conversation and another thread.</summary>
    /// <returns>Null when there was none.</returns>
    public EarlierShare? Before(PaperKey paper, SharedIn message)
    {
        if (When(message.Ts) is not { } at)
            return null;
        using var connection = database.Open();
        return connection.Query(
            """
            SELECT message, shared_at FROM paper_shares
            WHERE paper = $paper AND channel = $channel AND thread <> $thread AND message <> $message AND shared_at <= $at
            ORDER BY shared_at DESC, message DESC LIMIT 1
            """,
            row => new EarlierShare(row.GetString(0), DateTimeOffset.FromUnixTimeMilliseconds(row.GetInt64(1))),
            ("$paper", paper.Value), ("$channel", message.Channel), ("$thread", message.Thread), ("$message", message.Ts),
            ("$at", at.ToUnixTimeMilliseconds())).FirstOrDefault();
    }

    /// <returns>When a message was written; null for what is no message, such as one that is still being typed.</returns>
    private static DateTimeOffset? When(string ts) =>
        decimal.TryParse(ts, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var seconds) && seconds is > 0 and < 100_000_000_000
            ? DateTimeOffset.FromUnixTimeMilliseconds((long)(seconds * 1000)) : null;
}

/// <summary>A message, and the thread it belongs to: its own, when it began none.</summary>
internal sealed record SharedIn(string Channel, string Ts, string Thread)
{
    public static SharedIn Of(string channel, string ts, string? threadTs) => new(channel, ts, threadTs is { Length: > 0 } ? threadTs : ts);

    /// <summary>Whether people can come back to it: a conversation of several, not one with the app or a message in the making.</summary>
    public bool IsInChannel => Channel.StartsWith('C') && Channel != "COMPOSER" || Channel.StartsWith('G');
}

/// <param name="Message">The message's id in its channel.</param>
internal sealed record EarlierShare(string Message, DateTimeOffset At);
