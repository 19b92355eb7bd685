using Microsoft.Data.Sqlite;
using PaperBot.Storage;

namespace PaperBot.Digests.Ranking;

/// <summary>What a paper's sources count.</summary>
/// <param name="VotedOn">The source with the most votes; null without any.</param>
internal readonly record struct SourceCounts(int Votes, string? VotedOn, int Citations)
{
    public static SourceCounts Read(SqliteConnection connection, long paper)
    {
        var rows = connection.Query(
            "SELECT source, coalesce(upvotes, 0), coalesce(citations, 0) FROM paper_sources WHERE paper_id = $paper ORDER BY 2 DESC, source",
            row => (Source: row.GetString(0), Votes: row.GetInt32(1), Citations: row.GetInt32(2)), ("$paper", paper));
        return rows.Count == 0 ? default : new SourceCounts(rows[0].Votes, rows[0].Votes > 0 ? rows[0].Source : null, rows.Max(row => row.Citations));
    }
}
