using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace PaperBot.Retrieval;

/// <summary>
/// Reads one BLOB after another by its row, where hundreds are wanted at once: a statement prepared once, and each value where SQLite
/// has it, without a copy. All in one transaction, so that SQLite takes its read lock once.
/// </summary>
internal sealed class BlobReader : IDisposable
{
    private readonly sqlite3 _database;
    private readonly sqlite3_stmt _statement;

    /// <param name="sql">Selects one BLOB for the number <c>?1</c>.</param>
    /// <param name="constant">The number <c>?2</c>, the same for every row.</param>
    public BlobReader(SqliteConnection connection, string sql, long? constant = null)
    {
        _database = connection.Handle!;
        Check(raw.sqlite3_prepare_v2(_database, sql, out _statement));
        if (constant is { } value)
            raw.sqlite3_bind_int64(_statement, 2, value);
        Check(raw.sqlite3_exec(_database, "SAVEPOINT reading"));
    }

    /// <returns>Empty when there is no such row; valid until the next one is read.</returns>
    public ReadOnlySpan<byte> Read(long id)
    {
        raw.sqlite3_reset(_statement);
        raw.sqlite3_bind_int64(_statement, 1, id);
        switch (raw.sqlite3_step(_statement))
        {
            case raw.SQLITE_ROW:
                return raw.sqlite3_column_blob(_statement, 0);
            case raw.SQLITE_DONE:
                return [];
            case var failed:
                Check(failed);
                return [];
        }
    }

    public void Dispose()
    {
        _statement.Dispose();
        raw.sqlite3_exec(_database, "RELEASE reading");
    }

    private void Check(int result) => SqliteException.ThrowExceptionForRC(result, _database);
}
