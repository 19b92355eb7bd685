using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using PaperBot.Embedding;
using PaperBot.Storage;
using PaperBot.Terminal;
using PaperBot.Terminal.Output;

namespace PaperBot.Tests.EndToEnd;

/// <summary>The sample library with its embeddings and the model in memory, made once; each bot gets a copy of the file.</summary>
public sealed class PreparedLibrary : IAsyncLifetime, IDisposable
{
    private readonly TemporaryFolder _folder = new();

    /// <summary>Shared by the bots, which do not dispose of it.</summary>
    internal EmbeddingModelLoader Models { get; } = new(new ModelStore(ModelStore.DefaultFolder), Options.Create(new EmbeddingOptions()));

    public async Task InitializeAsync()
    {
        var services = new ServiceCollection();
        services.AddSingleton<IConfiguration>(new ConfigurationBuilder()
            .AddInMemoryCollection(new Dictionary<string, string?> { ["Storage:DataFolder"] = _folder.Path }).Build());
        services.AddSingleton(TimeProvider.System).AddLogging();
        services.AddSingleton(
            new TerminalOutput(new TerminalStreams(TextWriter.Null, TextWriter.Null, Stream.Null), json: false, quiet: true, color: false));
        Program.Rooms(services);
        services.AddSingleton(Models);
        await using var rooms = services.BuildServiceProvider();
        Assert.True(await rooms.GetRequiredService<FirstUse>().PrepareAsync(CancellationToken.None));
    }

    public Task DisposeAsync() => Task.CompletedTask;

    public void Dispose()
    {
        Models.Dispose();
        _folder.Dispose();
    }

    internal void CopyTo(string folder)
    {
        Directory.CreateDirectory(folder);
        _folder.Library().Backup(Path.Combine(folder, LibraryDatabase.FileName));
    }
}

[CollectionDefinition(Name)]
public sealed class EndToEndTests : ICollectionFixture<PreparedLibrary>
{
    public const string Name = "End to end";
}
