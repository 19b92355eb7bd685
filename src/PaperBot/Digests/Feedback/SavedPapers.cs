using PaperBot.Papers;
using PaperBot.Storage;

namespace PaperBot.Digests.Feedback;

/// <summary>The <c>saved_papers</c> table: what people put aside to read.</summary>
internal sealed class SavedPapers(LibraryDatabase database, TimeProvider time)
{
    /// <summary>Puts a paper aside; one that lies there already keeps its place.</summary>
    public void Save(string person, PaperKey paper)
    {
        using var connection = database.Open();
        connection.Execute(
            "INSERT INTO saved_papers (person, paper, saved_at) VALUES ($person, $paper, $now) ON CONFLICT (person, paper) DO NOTHING",
            ("$person", person), ("$paper", paper.Value), ("$now", time.GetUtcNow().ToUnixTimeMilliseconds()));
    }

    public void Remove(string person, PaperKey paper)
    {
        using var connection = database.Open();
        connection.Execute("DELETE FROM saved_papers WHERE person = $person AND paper = $paper", ("$person", person), ("$paper", paper.Value));
    }

    /// <returns>The papers that a person saved, the last first.</returns>
    public IReadOnlyList<PaperKey> Of(string person, int most)
    {
        using var connection = database.Open();
        return connection.Query(
            "SELECT paper FROM saved_papers WHERE person = $person ORDER BY saved_at DESC, paper LIMIT $most",
            row => new PaperKey(row.GetString(0)), ("$person", person), ("$most", most));
    }
}
