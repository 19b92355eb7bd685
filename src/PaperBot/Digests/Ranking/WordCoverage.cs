using Microsoft.Data.Sqlite;
using PaperBot.Retrieval;
using PaperBot.Storage;

namespace PaperBot.Digests.Ranking;

/// <summary>How much of what a text says in words is said by papers, too.</summary>
internal static class WordCoverage
{
    /// <returns>
    /// For each of the papers the share of the text's telling words, weighted by their rarity, that its title or abstract has: 0 to 1. Unlike
    /// BM25 it means the same for any text and any library.
    /// </returns>
    /// <param name="papers">Row ids, ascending.</param>
    public static float[] Of(SqliteConnection connection, string text, long[] papers)
    {
        var shares = new float[papers.Length];
        if (papers.Length == 0)
            return shares;
        var words = KeywordQuery.TellingWords(text).DistinctBy(WordStem.Of).ToList();
        var rarity = TermRarity.Of(connection, text);
        var whole = words.Sum(word => rarity[WordStem.Of(word)]);
        foreach (var word in words)
            Add(connection, $"{{title abstract terms}} : \"{word}\"", papers, (float)(rarity[WordStem.Of(word)] / whole), shares);
        return shares;
    }

    private static void Add(SqliteConnection connection, string match, long[] papers, float share, float[] shares)
    {
        using var command = connection.Prepare(
            "SELECT rowid FROM papers_text WHERE papers_text MATCH $match AND rowid BETWEEN $first AND $last ORDER BY rowid",
            ("$match", match), ("$first", papers[0]), ("$last", papers[^1]));
        using var row = command.ExecuteReader();
        for (var at = 0; row.Read();)
        {
            var paper = row.GetInt64(0);
            while (at < papers.Length && papers[at] < paper)
                at++;
            if (at < papers.Length && papers[at] == paper)
                shares[at] += share;
        }
    }
}
