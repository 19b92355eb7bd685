using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Options;
using PaperBot.Papers;
using PaperBot.Retrieval;
using PaperBot.Storage;

namespace PaperBot.Tests;

/// <summary>A folder of its own for a test, gone with it.</summary>
internal sealed class TemporaryFolder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("paperbot-test-").FullName;

    public string File(string name, string content)
    {
        var path = System.IO.Path.Combine(Path, name);
        System.IO.File.WriteAllText(path, content);
        return path;
    }

    public LibraryDatabase Library() => new(Options.Create(new StorageOptions { DataFolder = Path }));

    public PaperStore Papers(TimeProvider? time = null) => new(Library(), time ?? TimeProvider.System);

    public void Dispose()
    {
        SqliteConnection.ClearAllPools();
        Directory.Delete(Path, recursive: true);
    }
}

internal static class SomePaper
{
    public static Paper Titled(string title, string text = "", string? key = null) =>
        new() { Key = new PaperKey(key ?? $"local:{TitleText.Normalize(title).Replace(' ', '-')}"), Title = title, Abstract = text, Source = "test" };
}
