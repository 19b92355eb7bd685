using Microsoft.Extensions.Options;
using PaperBot.Storage;

namespace PaperBot.Benchmarks.Models;

/// <summary>A library for one bot, so that what it counts and remembers is its own.</summary>
internal sealed class LibraryCopy : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("paperbot-models-");

    public LibraryCopy(string dataFolder) =>
        new LibraryDatabase(Options.Create(new StorageOptions { DataFolder = dataFolder })).Backup(Path.Combine(Folder, LibraryDatabase.FileName));

    public string Folder => _folder.FullName;

    public void Dispose() => _folder.Delete(recursive: true);
}
