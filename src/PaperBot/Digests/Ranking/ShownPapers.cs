using Microsoft.Data.Sqlite;
using PaperBot.Storage;

namespace PaperBot.Digests.Ranking;

/// <summary>What a subscription had in its digests.</summary>
internal static class ShownPapers
{
    /// <returns>Row ids, whatever key a paper was shown under.</returns>
    public static HashSet<long> Of(SqliteConnection connection, long subscription) => [.. connection.Query(
        "SELECT k.paper_id FROM digest_papers d CROSS JOIN paper_keys k ON k.key = d.paper WHERE d.subscription = $subscription",
        row => row.GetInt64(0), ("$subscription", subscription))];
}
