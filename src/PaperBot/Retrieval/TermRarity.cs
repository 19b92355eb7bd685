using Microsoft.Data.Sqlite;
using PaperBot.Papers;
using PaperBot.Storage;

namespace PaperBot.Retrieval;

/// <summary>How much each word of a question tells in this library.</summary>
internal static class TermRarity
{
    // A handful of papers on one topic say nothing of how common their words are: what all of them have is still what is asked for. A
    // library is counted as one of at least so many papers.
    private const long FewestPapers = 64;

    /// <returns>By stem: the inverse document frequency as a share of the greatest there can be, 0 to 1.</returns>
    public static Dictionary<string, double> Of(SqliteConnection connection, string text)
    {
        var papers = Math.Max(connection.Count("SELECT count(*) FROM papers"), FewestPapers);
        using var command = connection.Prepare("SELECT count(*) FROM papers_text WHERE papers_text MATCH $match", ("$match", ""));
        var rarity = new Dictionary<string, double>(StringComparer.Ordinal);
        foreach (var word in KeywordQuery.TellingWords(text))
        {
            command.Parameters["$match"].Value = $"\"{word}\"";
            var having = command.ExecuteScalar() is long count ? count : 0;
            rarity[WordStem.Of(word)] = having == 0 ? 1 : Math.Log((papers + 1.0) / (having + 1.0)) / Math.Log(papers + 1.0);
        }

        return rarity;
    }
}
