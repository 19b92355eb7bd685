using PaperBot.Papers;
using PaperBot.Storage;

namespace PaperBot.Digests.Feedback;

/// <summary>The <c>digest_verdicts</c> table: what readers said of the papers that a subscription brought.</summary>
internal sealed class VerdictStore(LibraryDatabase database, TimeProvider time)
{
    // Words of the table: a name in the program may change, what is stored may not.
    private static readonly (Verdict Verdict, string Word)[] Words =
        [(Verdict.ThumbsDown, "down"), (Verdict.ThumbsUp, "up"), (Verdict.Saved, "saved"), (Verdict.AskedAbout, "asked")];

    /// <summary>Notes a verdict. Thumbs up and down take each other's place; a verdict that was given before counts from now.</summary>
    public void Give(long subscription, string person, PaperKey paper, Verdict verdict)
    {
        using var connection = database.Open();
        using var transaction = connection.BeginTransaction(deferred: false);
        if (verdict is Verdict.ThumbsUp or Verdict.ThumbsDown)
            connection.Execute(
                "DELETE FROM digest_verdicts WHERE subscription = $subscription AND person = $person AND paper = $paper AND verdict IN ('up', 'down')",
                ("$subscription", subscription), ("$person", person), ("$paper", paper.Value));
        connection.Execute(
            """
            INSERT INTO digest_verdicts (subscription, person, paper, verdict, given_at)
            SELECT id, $person, $paper, $verdict, $now FROM subscriptions WHERE id = $subscription
            ON CONFLICT (subscription, person, paper, verdict) DO UPDATE SET given_at = excluded.given_at
            """,
            ("$subscription", subscription), ("$person", person), ("$paper", paper.Value), ("$verdict", Word(verdict)),
            ("$now", time.GetUtcNow().ToUnixTimeMilliseconds()));
        transaction.Commit();
    }

    /// <summary>Forgets a verdict; without one there is nothing to forget.</summary>
    public void TakeBack(long subscription, string person, PaperKey paper, Verdict verdict)
    {
        using var connection = database.Open();
        connection.Execute(
            "DELETE FROM digest_verdicts WHERE subscription = $subscription AND person = $person AND paper = $paper AND verdict = $verdict",
            ("$subscription", subscription), ("$person", person), ("$paper", paper.Value), ("$verdict", Word(verdict)));
    }

    /// <returns>All verdicts of the subscription's readers, the first first.</returns>
    public IReadOnlyList<GivenVerdict> Of(long subscription)
    {
        using var connection = database.Open();
        return connection.Query(
            "SELECT person, paper, verdict, given_at FROM digest_verdicts WHERE subscription = $subscription ORDER BY given_at, paper, person, verdict",
            row => new GivenVerdict(
                row.GetString(0), new PaperKey(row.GetString(1)), Read(row.GetString(2)), DateTimeOffset.FromUnixTimeMilliseconds(row.GetInt64(3))),
            ("$subscription", subscription));
    }

    private static string Word(Verdict verdict) => Array.Find(Words, pair => pair.Verdict == verdict).Word;

    private static Verdict Read(string word) => Array.Find(Words, pair => pair.Word == word).Verdict;
}
