using Microsoft.Data.Sqlite;
using PaperBot.Papers;
using PaperBot.Storage;

namespace PaperBot.Retrieval;

/// <summary>What became of a paper that was handed to the library.</summary>
internal enum StoreOutcome
{
    Added,
    Updated,
    Unchanged,
}

/// <summary>The <c>papers</c> table.</summary>
internal sealed class PaperStore(LibraryDatabase database, TimeProvider time)
{
    /// <summary>
    /// Stores papers in one transaction: all of them or, when the process dies, none. A paper that the library has, under the same key or DOI or,
    /// as <see cref="SamePaper"/> tells, under the same title, becomes what <see cref="PaperMerge"/> makes of both.
    /// </summary>
    /// <returns>One outcome a paper, in their order.</returns>
    public IReadOnlyList<StoreOutcome> Store(IReadOnlyList<Paper> papers)
    {
        using var connection = database.Open();
        using var transaction = connection.BeginTransaction(deferred: false);
        using var writer = new PaperWriter(connection, time);
        var outcomes = papers.Select(writer.Write).ToList();
        transaction.Commit();
        return outcomes;
    }

    /// <param name="key">The paper's own, or another that it goes by.</param>
    public Paper? Find(PaperKey key)
    {
        using var connection = database.Open();
        return connection.Query(
            $"SELECT {PaperRow.Columns} FROM papers p WHERE p.id = (SELECT paper_id FROM paper_keys WHERE key = $key)",
            row => PaperRow.Read(row), ("$key", key.Value)).FirstOrDefault();
    }

    /// <summary>Papers whose normalized title is this one, or contains all its words; the exact one first.</summary>
    public IReadOnlyList<Paper> FindByTitle(string words, int limit)
    {
        var title = TitleText.Normalize(words);
        var match = KeywordQuery.AllInTitle(words);
        if (match is null)
            return [];
        using var connection = database.Open();
        return connection.Query(
            $"""
            SELECT {PaperRow.Columns} FROM papers p
            WHERE p.title_key = $title OR p.id IN (SELECT rowid FROM papers_text WHERE papers_text MATCH $match)
            ORDER BY p.title_key <> $title, length(p.title), p.id LIMIT $limit
            """,
            row => PaperRow.Read(row), ("$title", title), ("$match", match), ("$limit", limit));
    }

    /// <summary>Papers that pass the filter, newest first, at most <paramref name="limit"/>.</summary>
    public IReadOnlyList<Paper> List(SearchFilter filter, int limit)
    {
        using var connection = database.Open();
        using var command = connection.CreateCommand();
        command.CommandText = $"""
            SELECT {PaperRow.Columns} FROM papers p WHERE {filter.Where(command)}
            ORDER BY p.published IS NULL, p.published DESC, p.id LIMIT $limit
            """;
        command.Parameters.AddWithValue("$limit", limit);
        using var reader = command.ExecuteReader();
        var papers = new List<Paper>();
        while (reader.Read())
            papers.Add(PaperRow.Read(reader));
        return papers;
    }

    /// <summary>The papers that were added last, the last first.</summary>
    public IReadOnlyList<Paper> Latest(int most)
    {
        using var connection = database.Open();
        return connection.Query($"SELECT {PaperRow.Columns} FROM papers p ORDER BY p.id DESC LIMIT $most", row => PaperRow.Read(row), ("$most", most));
    }

    /// <summary>
    /// Papers whose title has, for every word typed, a word that begins with it, or whose id begins as typed; titles that begin so first,
    /// then the newest. Full-text search has no use here: it knows words by their stems, which half a word has not.
    /// </summary>
    public IReadOnlyList<Paper> BeginningWith(string typed, int most)
    {
        var title = TitleText.Normalize(typed);
        var words = title.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        using var connection = database.Open();
        using var command = connection.CreateCommand();
        var all = words.Select((word, i) =>
        {
            command.Parameters.AddWithValue($"$word{i}", $"% {word}%");
            return $"' ' || title_key LIKE $word{i}";
        });
        command.CommandText = $"""
            SELECT {PaperRow.Columns} FROM papers p
            WHERE p.id IN (SELECT id FROM papers WHERE {string.Join(" AND ", all.DefaultIfEmpty("0"))}
                UNION ALL SELECT id FROM papers WHERE substr(key, instr(key, ':') + 1, length($id)) = $id)
            ORDER BY substr(p.title_key, 1, length($title)) <> $title, p.published IS NULL, p.published DESC, p.id LIMIT $most
            """;
        command.Parameters.AddWithValue("$id", typed.ToLowerInvariant());
        command.Parameters.AddWithValue("$title", title);
        command.Parameters.AddWithValue("$most", most);
        using var reader = command.ExecuteReader();
        var papers = new List<Paper>();
        while (reader.Read())
            papers.Add(PaperRow.Read(reader));
        return papers;
    }

    /// <summary>The row ids of the papers that pass the filter.</summary>
    internal static HashSet<long> Ids(SqliteConnection connection, SearchFilter filter)
    {
        using var command = connection.CreateCommand();
        command.CommandText = $"SELECT p.id FROM papers p WHERE {filter.Where(command)}";
        using var reader = command.ExecuteReader();
        var ids = new HashSet<long>();
        while (reader.Read())
            ids.Add(reader.GetInt64(0));
        return ids;
    }

    /// <summary>Every paper in the order of its arrival, read as it is consumed.</summary>
    public IEnumerable<Paper> All()
    {
        using var connection = database.Open();
        using var command = connection.Prepare($"SELECT {PaperRow.Columns} FROM papers p ORDER BY p.id");
        using var reader = command.ExecuteReader();
        while (reader.Read())
            yield return PaperRow.Read(reader);
    }

    /// <returns>False when the library has no such paper.</returns>
    public bool Remove(PaperKey key)
    {
        using var connection = database.Open();
        return connection.Execute("DELETE FROM papers WHERE key = $key", ("$key", key.Value)) > 0;
    }

    public long Count()
    {
        using var connection = database.Open();
        return connection.Count("SELECT count(*) FROM papers");
    }

    /// <summary>The categories that most papers have, the most frequent first.</summary>
    public IReadOnlyList<string> Categories(int most)
    {
        using var connection = database.Open();
        return connection.Query(
            "SELECT value FROM papers, json_each(categories) GROUP BY value ORDER BY count(*) DESC, value LIMIT $most", row => row.GetString(0), ("$most", most));
    }

    public LibraryStatistics Statistics()
    {
        using var connection = database.Open();
        return new LibraryStatistics(
            connection.Count("SELECT count(*) FROM papers"),
            connection.Count("SELECT count(*) FROM papers WHERE abstract = ''"),
            connection.Query("SELECT source, count(*) FROM papers GROUP BY source ORDER BY 2 DESC, 1", Pair),
            connection.Query("SELECT value, count(*) FROM papers, json_each(categories) GROUP BY value ORDER BY 2 DESC, 1 LIMIT 10", Pair),
            connection.Query("SELECT min(published), max(published) FROM papers", row => row.IsDBNull(0) ? null : $"{row.GetString(0)} to {row.GetString(1)}")[0],
            connection.Query(
                "SELECT m.identity, (SELECT count(*) FROM vectors v WHERE v.model_id = m.id) FROM models m ORDER BY m.id", Pair),
            connection.Count("SELECT page_count * page_size FROM pragma_page_count(), pragma_page_size()"),
            connection.Query("SELECT max(updated_at) FROM papers", row => row.IsDBNull(0) ? (DateTimeOffset?)null : row.GetDateTimeOffset(0))[0]);
    }

    private static (string Name, long Count) Pair(SqliteDataReader row) => (row.GetString(0), row.GetInt64(1));
}
