using System.Globalization;
using System.Reflection;
using Microsoft.Data.Sqlite;

namespace PaperBot.Storage;

/// <summary>
/// Brings a library's schema up to date: the embedded <c>Migrations/NNNN_name.sql</c> files that it has not seen, in order, each in a
/// transaction. <c>PRAGMA user_version</c> holds the number of the last one. A library that has data is copied aside first.
/// </summary>
internal static class Migrations
{
    private static readonly SortedList<int, string> Scripts = ReadScripts();

    public static int Latest => Scripts.Keys[^1];

    /// <exception cref="LibraryException">The library was written by a newer PaperBot.</exception>
    public static void Apply(SqliteConnection connection, string path)
    {
        try
        {
            var version = Version(connection);
            if (version > Latest)
                throw new LibraryException($"The library {path} was written by a newer PaperBot (schema {version}, this one knows {Latest}). Update PaperBot.");
            if (version == Latest)
                return;
            if (version > 0)
                Copy(connection, $"{path}.before-{Latest:0000}");
            foreach (var (number, sql) in Scripts)
                ApplyOne(connection, number, sql);
        }
        catch (SqliteException e)
        {
            throw LibraryException.From(e, path);
        }
    }

    public static void Copy(SqliteConnection connection, string path)
    {
        PrivateFile.Make(path);
        using var target = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = path, Pooling = false }.ToString());
        target.Open();
        connection.BackupDatabase(target);
    }

    private static void ApplyOne(SqliteConnection connection, int number, string sql)
    {
        // The write lock is taken first and the version read under it, so that two processes that start together migrate once.
        using var transaction = connection.BeginTransaction(deferred: false);
        if (Version(connection) >= number)
            return;
        connection.Execute(sql);
        connection.Execute(string.Create(CultureInfo.InvariantCulture, $"PRAGMA user_version = {number}"));
        transaction.Commit();
    }

    private static long Version(SqliteConnection connection) => connection.Count("PRAGMA user_version");

    private static SortedList<int, string> ReadScripts()
    {
        var scripts = new SortedList<int, string>();
        var assembly = Assembly.GetExecutingAssembly();
        foreach (var name in assembly.GetManifestResourceNames().Where(name => name.EndsWith(".sql", StringComparison.Ordinal)))
        {
            using var reader = new StreamReader(assembly.GetManifestResourceStream(name)!);
            var file = name[(name.LastIndexOf('.', name.Length - 5) + 1)..];
            scripts.Add(int.Parse(file.AsSpan(0, 4), CultureInfo.InvariantCulture), reader.ReadToEnd());
        }

        return scripts;
    }
}
