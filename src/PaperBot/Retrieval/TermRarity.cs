using Microsoft.Data.Sqlite;
using PaperBot.Storage;

namespace PaperBot.Retrieval;

/// <summary>How much each word of a question tells in this library.</summary>
internal static class TermRarity
{
    // In a library of a few papers on one subject every word is in most of them, and still says what is asked.
    private const double Least = 0.1;

    /// <returns>By stem: the inverse document frequency as a share of the greatest there can be, 0.1 to 1.</returns>
    public static Dictionary<string, double> Of(SqliteConnection connection, string text) => Of(connection, KeywordQuery.TellingWords(text));

    /// <param name="words">As <see cref="KeywordQuery.Words"/> gives them.</param>
    public static Dictionary<string, double> Of(SqliteConnection connection, IReadOnlyList<string> words)
    {
        var papers = connection.Count("SELECT count(*) FROM papers");
        using var command = connection.Prepare("SELECT count(*) FROM papers_text WHERE papers_text MATCH $match", ("$match", ""));
        var rarity = new Dictionary<string, double>(StringComparer.Ordinal);
        foreach (var word in words)
        {
            command.Parameters["$match"].Value = $"\"{word}\"";
            var having = command.ExecuteScalar() is long count ? count : 0;
            rarity[WordStem.Of(word)] = having == 0 ? 1 : Math.Max(Least, Math.Log((papers + 1.0) / (having + 1.0)) / Math.Log(papers + 1.0));
        }

        return rarity;
    }
}
