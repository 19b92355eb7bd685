using PaperBot.Storage;

namespace PaperBot.Bot.Replies;

/// <summary>The <c>feedback</c> table: who found which reply helpful. The question, the answer and its papers are the reply's.</summary>
internal sealed class FeedbackStore(LibraryDatabase database, TimeProvider time)
{
    /// <summary>Notes a vote; a later one of the same person takes its place.</summary>
    public void Vote(string reply, string person, bool isHelpful)
    {
        using var connection = database.Open();
        connection.Execute(
            """
            INSERT INTO feedback (reply, person, vote, voted_at) VALUES ($reply, $person, $vote, $now)
            ON CONFLICT (reply, person) DO UPDATE SET vote = excluded.vote, voted_at = excluded.voted_at
            """,
            ("$reply", reply), ("$person", person), ("$vote", isHelpful ? 1 : -1), ("$now", time.GetUtcNow().ToUnixTimeMilliseconds()));
    }

    /// <summary>How often replies were found helpful, and how often not.</summary>
    public (long Helpful, long Unhelpful) Totals()
    {
        using var connection = database.Open();
        return (connection.Count("SELECT count(*) FROM feedback WHERE vote = 1"), connection.Count("SELECT count(*) FROM feedback WHERE vote = -1"));
    }
}
