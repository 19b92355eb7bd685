using PaperBot.Storage;

namespace PaperBot.Tests.Storage;

public sealed class LibraryDatabaseTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Open_NewFolder_MakesALibraryOfTheLatestSchema()
    {
        using var connection = _folder.Library().Open();

        Assert.Equal(Migrations.Latest, connection.Count("PRAGMA user_version"));
        Assert.Equal("wal", connection.Query("PRAGMA journal_mode", row => row.GetString(0))[0]);
        Assert.Equal(1, connection.Count("PRAGMA foreign_keys"));
    }

    [Fact]
    public void Open_NewFile_IsItsOwnersAlone()
    {
        if (OperatingSystem.IsWindows())
            return;
        using var connection = _folder.Library().Open();
        connection.Execute("CREATE TABLE anything (at INTEGER)");

        foreach (var file in Directory.GetFiles(_folder.Path, "*", SearchOption.AllDirectories))
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(file));
    }

    [Fact]
    public async Task Open_ManyProcessesAtOnce_MigratesOnce()
    {
        var libraries = Enumerable.Range(0, 8).Select(_ => _folder.Library()).ToList();

        await Task.WhenAll(libraries.Select(library => Task.Run(() => library.Open().Dispose())));

        using var connection = _folder.Library().Open();
        Assert.Equal(0, connection.Count("SELECT count(*) FROM papers"));
    }

    [Fact]
    public void Open_FileThatIsNoDatabase_SaysSo()
    {
        _folder.File(LibraryDatabase.FileName, new string('x', 4096));

        var e = Assert.Throws<LibraryException>(() => _folder.Library().Open());

        Assert.Contains("damaged or is not a PaperBot library", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Open_LibraryOfANewerPaperBot_IsLeftAlone()
    {
        using (var connection = _folder.Library().Open())
            connection.Execute("PRAGMA user_version = 9999");

        var e = Assert.Throws<LibraryException>(() => _folder.Library().Open());

        Assert.Contains("newer PaperBot", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Open_FolderIsAFile_SaysWhatToDo()
    {
        var file = _folder.File("taken", "");
        var library = new LibraryDatabase(Microsoft.Extensions.Options.Options.Create(new StorageOptions { DataFolder = file }));

        var e = Assert.Throws<LibraryException>(() => library.Open());

        Assert.Contains("--data DIR", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Backup_LibraryInUse_HoldsItsPapers()
    {
        _folder.Papers().Store([SomePaper.Titled("Kept in two places")]);
        var copy = Path.Combine(_folder.Path, "copy");
        Directory.CreateDirectory(copy);

        _folder.Library().Backup(Path.Combine(copy, LibraryDatabase.FileName));

        using var connection = new LibraryDatabase(Microsoft.Extensions.Options.Options.Create(new StorageOptions { DataFolder = copy })).Open();
        Assert.Equal(1, connection.Count("SELECT count(*) FROM papers"));
    }
}
