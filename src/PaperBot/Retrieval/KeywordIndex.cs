using Microsoft.Data.Sqlite;
using PaperBot.Storage;

namespace PaperBot.Retrieval;

/// <summary>A paper and how well its words match, by BM25: above 0, higher is better.</summary>
internal readonly record struct KeywordHit(long PaperId, double Score);

/// <summary>Full-text search by BM25 over title, abstract and authors.</summary>
internal static class KeywordIndex
{
    // Column weights of bm25(): a word in the title tells more than one in the abstract.
    private const string Rank = "bm25(papers_text, 2.0, 1.0, 0.5)";

    /// <summary>Papers that share words with the text, best first.</summary>
    public static IReadOnlyList<KeywordHit> Search(SqliteConnection connection, string text, SearchFilter filter, int limit)
    {
        if (KeywordQuery.Any(text) is not { } match)
            return [];
        using var command = connection.CreateCommand();
        var where = filter.IsEmpty ? "" : $"AND rowid IN (SELECT p.id FROM papers p WHERE {filter.Where(command)})";
        command.CommandText = $"SELECT rowid, {Rank} AS score FROM papers_text WHERE papers_text MATCH $match {where} ORDER BY score LIMIT $limit";
        command.Parameters.AddWithValue("$match", match);
        command.Parameters.AddWithValue("$limit", limit);
        using var reader = command.ExecuteReader();
        var hits = new List<KeywordHit>();
        while (reader.Read())
            hits.Add(new KeywordHit(reader.GetInt64(0), -reader.GetDouble(1)));
        return hits;
    }
}
