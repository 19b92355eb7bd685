using Microsoft.Data.Sqlite;
using PaperBot.Papers;
using PaperBot.Retrieval;
using PaperBot.Storage;

namespace PaperBot.Digests.Ranking;

/// <summary>Finds papers by people, however their first names are shortened.</summary>
internal static class AuthorMatch
{
    /// <returns>By row id the author, as the paper names them.</returns>
    public static Dictionary<long, string> Of(SqliteConnection connection, IReadOnlyList<string> authors, long[] papers)
    {
        var found = new Dictionary<long, string>();
        foreach (var author in authors)
        {
            if (papers.Length == 0 || Words(author) is not [.., var family] || KeywordQuery.AllIn("authors", family) is not { } match)
                continue;
            using var command = connection.Prepare(
                $"""
                SELECT p.id, {PaperRow.Columns} FROM papers_text f CROSS JOIN papers p ON p.id = f.rowid
                WHERE f.papers_text MATCH $match AND f.rowid BETWEEN $first AND $last
                """,
                ("$match", match), ("$first", papers[0]), ("$last", papers[^1]));
            using var row = command.ExecuteReader();
            while (row.Read())
                if (PaperRow.Read(row, 1).Authors.FirstOrDefault(listed => IsSame(author, listed)) is { } name)
                    found.TryAdd(row.GetInt64(0), name);
        }

        return found;
    }

    /// <summary>The same family name, and first names of which one may be the other's initial. A family name alone is anybody's.</summary>
    public static bool IsSame(string wanted, string listed)
    {
        var (a, b) = (Words(wanted), Words(listed));
        if (a.Length == 0 || b.Length == 0 || a[^1] != b[^1])
            return false;
        return a.Length == 1 || b.Length == 1 || a[0] == b[0] || ((a[0].Length == 1 || b[0].Length == 1) && a[0][0] == b[0][0]);
    }

    private static string[] Words(string name) => TitleText.Normalize(name).Split(' ', StringSplitOptions.RemoveEmptyEntries);
}
