using Microsoft.Data.Sqlite;

namespace PaperBot.Storage;

/// <summary>The library cannot be used; the message is one sentence for people that says how to mend it.</summary>
internal sealed class LibraryException(string message, Exception? inner = null) : Exception(message, inner)
{
    // Result codes: https://www.sqlite.org/rescode.html
    private const int Busy = 5, Locked = 6, ReadOnly = 8, Corrupt = 11, Full = 13, CannotOpen = 14, NotADatabase = 26;

    /// <summary>Whether it is the library that failed: the disk is full, another process is writing, the file is damaged.</summary>
    public static bool IsFault(Exception e) => e is LibraryException or SqliteException;

    /// <param name="e">One for which <see cref="IsFault"/> is true.</param>
    public static LibraryException Of(Exception e, string path) => e as LibraryException ?? From((SqliteException)e, path);

    public static LibraryException From(SqliteException e, string path) => new(
        e.SqliteErrorCode switch
        {
            Busy or Locked => $"The library {path} is busy with another process. Try again when it has finished.",
            ReadOnly => $"The library {path} may not be written. Give your user the right to, or choose another folder with --data DIR.",
            Corrupt or NotADatabase => $"{path} is damaged or is not a PaperBot library. Restore a backup, or move the file away and ingest again.",
            Full => $"The disk that holds {path} is full. Make room, then run the same command again; what was stored is kept.",
            CannotOpen => $"The library {path} cannot be opened. Check that the folder exists and is yours, or choose another with --data DIR.",
            _ => $"The library {path} answered with SQLite error {e.SqliteErrorCode}. Run the command again; if it stays, restore a backup.",
        },
        e);
}
