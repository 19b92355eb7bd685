using PaperBot.Storage;

namespace PaperBot.Bot.Threads;

/// <summary>The <c>threads</c> table: where the bot takes part, so that what is said there may be meant for it.</summary>
internal sealed class ThreadStore(LibraryDatabase database, TimeProvider time)
{
    public void Join(string channel, string thread)
    {
        using var connection = database.Open();
        connection.Execute(
            "INSERT INTO threads (channel, thread, joined_at) VALUES ($channel, $thread, $now) ON CONFLICT (channel, thread) DO NOTHING",
            ("$channel", channel), ("$thread", thread), ("$now", time.GetUtcNow().ToUnixTimeMilliseconds()));
    }

    public bool IsJoined(string channel, string thread)
    {
        using var connection = database.Open();
        return connection.Count(
            "SELECT count(*) FROM threads WHERE channel = $channel AND thread = $thread", ("$channel", channel), ("$thread", thread)) > 0;
    }
}
