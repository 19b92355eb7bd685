using Microsoft.Data.Sqlite;
using PaperBot.Storage;

namespace PaperBot.Retrieval;

/// <summary>A paper and how well its words match, by BM25: above 0, higher is better.</summary>
internal readonly record struct KeywordHit(long PaperId, double Score);

/// <summary>Full-text search by BM25 over title, abstract and authors.</summary>
internal static class KeywordIndex
{
    // Column weights of bm25(): a word in the title tells more than one in the abstract.
    private const string Rank = "bm25(papers_text, 2.0, 1.0, 0.5, 1.0)";

    // A score costs about a microsecond. The ten best are those of a whole search and 99 of the hundred best, in half the time (160
    // questions to 60,000 papers); a search of common words alone takes a third.
    private const long MostScored = 6000;

    /// <summary>
    /// Papers that share words with the text, best first. Where its words are in more papers than can be scored quickly, only papers that
    /// have one of the rarer words are found; the frequent words still count in their scores.
    /// </summary>
    public static IReadOnlyList<KeywordHit> Search(SqliteConnection connection, string text, SearchFilter filter, int limit)
    {
        var (rare, frequent) = Split(connection, KeywordQuery.TellingWords(text));
        if (KeywordQuery.Any(rare) is not { } anyRare)
            return [];
        var hits = Match(connection, anyRare, filter, limit);
        if (KeywordQuery.Any(frequent) is not { } anyFrequent)
            return hits;
        // The second search has the whole score of papers that have words of both kinds, the first that of all others.
        var scores = hits.ToDictionary(hit => hit.PaperId, hit => hit.Score);
        foreach (var hit in Match(connection, $"({anyRare}) AND ({anyFrequent})", filter, limit))
            scores[hit.PaperId] = hit.Score;
        return [.. scores.Select(pair => new KeywordHit(pair.Key, pair.Value)).OrderByDescending(hit => hit.Score).ThenBy(hit => hit.PaperId).Take(limit)];
    }

    /// <summary>Papers whose title or abstract has all of the words, in no order.</summary>
    /// <param name="words">As <see cref="KeywordQuery.Words"/> gives them.</param>
    public static List<long> Having(SqliteConnection connection, IReadOnlyList<string> words, int limit) => KeywordQuery.All(words) is { } match
        ? connection.Query("SELECT rowid FROM papers_text WHERE papers_text MATCH $match LIMIT $limit", row => row.GetInt64(0), ("$match", match), ("$limit", limit))
        : [];

    /// <summary>How many papers have a word; the count alone is cheap.</summary>
    public static long Count(SqliteConnection connection, string word) =>
        connection.Count("SELECT count(*) FROM papers_text WHERE papers_text MATCH $match", ("$match", KeywordQuery.Any([word])));

    /// <summary>The rarest words, at least one, up to <see cref="MostScored"/> papers together; and the rest.</summary>
    private static (List<string> Rare, List<string> Frequent) Split(SqliteConnection connection, IReadOnlyList<string> words)
    {
        var (rare, frequent, papers) = (new List<string>(), new List<string>(), 0L);
        foreach (var (word, count) in words.Select(word => (word, Count(connection, word))).OrderBy(pair => pair.Item2))
        {
            papers += count;
            (papers <= MostScored || rare.Count == 0 ? rare : frequent).Add(word);
        }

        return (rare, frequent);
    }

    private static List<KeywordHit> Match(SqliteConnection connection, string expression, SearchFilter filter, int limit)
    {
        using var command = connection.CreateCommand();
        var where = filter.IsEmpty ? "" : $"AND rowid IN (SELECT p.id FROM papers p WHERE {filter.Where(command)})";
        command.CommandText = $"SELECT rowid, {Rank} AS score FROM papers_text WHERE papers_text MATCH $match {where} ORDER BY score LIMIT $limit";
        command.Parameters.AddWithValue("$match", expression);
        command.Parameters.AddWithValue("$limit", limit);
        using var reader = command.ExecuteReader();
        var hits = new List<KeywordHit>();
        while (reader.Read())
            hits.Add(new KeywordHit(reader.GetInt64(0), -reader.GetDouble(1)));
        return hits;
    }
}
