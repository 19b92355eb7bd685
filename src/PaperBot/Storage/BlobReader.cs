using System.Globalization;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace PaperBot.Storage;

/// <summary>
/// Reads a BLOB of each of many rows, where hundreds are wanted for every search: by one statement, which seeks row after row, and each value
/// where SQLite has it, without a copy.
/// </summary>
internal sealed class BlobReader : IDisposable
{
    private readonly sqlite3 _database;
    private readonly sqlite3_stmt _statement;

    /// <param name="column">The BLOB, of the table <c>t</c>.</param>
    /// <param name="from">The table as <c>t</c>, and how its rows are found by the number <c>wanted.value</c> and, if need be, <c>?2</c>.</param>
    /// <param name="numbers">One for each row; those without a row are passed over.</param>
    public BlobReader(SqliteConnection connection, string column, string from, IEnumerable<long> numbers, long? constant = null)
    {
        _database = connection.Handle!;
        // A cross join is what SQLite never turns round (https://www.sqlite.org/optoverview.html#crossjoin).
        Check(raw.sqlite3_prepare_v2(_database, $"SELECT wanted.key, {column} FROM json_each(?1) wanted CROSS JOIN {from}", out _statement));
        raw.sqlite3_bind_text(_statement, 1, $"[{string.Join(',', numbers.Select(number => number.ToString(CultureInfo.InvariantCulture)))}]");
        if (constant is { } value)
            raw.sqlite3_bind_int64(_statement, 2, value);
    }

    /// <summary>Which of the numbers the row is of, from 0.</summary>
    public int Place => raw.sqlite3_column_int(_statement, 0);

    /// <summary>Valid until the next row is read.</summary>
    public ReadOnlySpan<byte> Blob => raw.sqlite3_column_blob(_statement, 1);

    /// <returns>Whether there is another row.</returns>
    public bool Read()
    {
        var result = raw.sqlite3_step(_statement);
        if (result is not (raw.SQLITE_ROW or raw.SQLITE_DONE))
            Check(result);
        return result == raw.SQLITE_ROW;
    }

    public void Dispose() => _statement.Dispose();

    private void Check(int result) => SqliteException.ThrowExceptionForRC(result, _database);
}
