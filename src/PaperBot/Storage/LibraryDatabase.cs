using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Options;

namespace PaperBot.Storage;

/// <summary>
/// The SQLite file that holds a library. Opening it the first time makes the file and brings its schema up to date.
/// Every operation takes a connection of its own from the pool and disposes it.
/// </summary>
internal sealed class LibraryDatabase(IOptions<StorageOptions> options)
{
    public const string FileName = "paperbot.db";

    private readonly Lock _migrating = new();
    private volatile bool _migrated;

    public string Folder { get; } = System.IO.Path.GetFullPath(options.Value.DataFolder);

    public string Path => System.IO.Path.Combine(Folder, FileName);

    /// <returns>An open connection; the caller disposes it.</returns>
    /// <exception cref="LibraryException">The folder or the file cannot be used; the message says what to do.</exception>
    public SqliteConnection Open()
    {
        if (!_migrated)
            lock (_migrating)
                if (!_migrated)
                {
                    CreateFolder();
                    PrivateFile.Make(Path);
                    using var first = Connect();
                    Migrations.Apply(first, Path);
                    _migrated = true;
                }

        return Connect();
    }

    /// <summary>Makes the folder and the file, and brings the schema up to date.</summary>
    /// <exception cref="LibraryException">The folder or the file cannot be used; the message says what to do.</exception>
    public void Prepare()
    {
        using var connection = Open();
    }

    /// <returns>What SQLite finds wrong with the file; nothing when it is sound.</returns>
    /// <exception cref="LibraryException">The file cannot be opened at all.</exception>
    public IReadOnlyList<string> FindDamage()
    {
        using var connection = Open();
        try
        {
            return [.. connection.Query("PRAGMA quick_check(3)", row => row.GetString(0)).Where(line => line != "ok")];
        }
        catch (SqliteException e)
        {
            throw LibraryException.From(e, Path);
        }
    }

    /// <summary>Writes a consistent copy of the library, also while it is in use.</summary>
    public void Backup(string path)
    {
        using var source = Open();
        Migrations.Copy(source, path);
    }

    /// <summary>Closes the connections that wait in the pool, so that the file may be moved or deleted.</summary>
    public void Close()
    {
        using var any = new SqliteConnection(ConnectionString);
        SqliteConnection.ClearPool(any);
    }

    private string ConnectionString => new SqliteConnectionStringBuilder
    {
        DataSource = Path,
        ForeignKeys = true,
        DefaultTimeout = options.Value.BusyTimeoutSeconds,
    }.ToString();

    private void CreateFolder()
    {
        try
        {
            Directory.CreateDirectory(Folder);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new LibraryException(
                $"The data folder {Folder} cannot be made. Choose a folder you may write to with --data DIR or PAPERBOT_DATA.", e);
        }
    }

    private SqliteConnection Connect()
    {
        var connection = new SqliteConnection(ConnectionString);
        try
        {
            connection.Open();
            // WAL with NORMAL survives a killed process; only a power cut can lose the last transactions, never the file.
            connection.Execute("PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; PRAGMA temp_store = MEMORY;");
            // In kilobytes. A mapped file would be a little faster, but its pages count to the process once for every connection in the pool.
            connection.Execute("PRAGMA mmap_size = 0; PRAGMA cache_size = -16384;");
            return connection;
        }
        catch (SqliteException e)
        {
            connection.Dispose();
            throw LibraryException.From(e, Path);
        }
    }
}
