using Microsoft.Extensions.Options;
using PaperBot.Answering;
using PaperBot.Embedding;
using PaperBot.Ingestion;
using PaperBot.Papers;
using PaperBot.Retrieval;

namespace PaperBot.Tests.Retrieval;

/// <summary>A dozen invented papers, stored and embedded with the real model; tests read it and leave it as it is.</summary>
public sealed class SmallLibrary : IAsyncLifetime
{
    private LibraryRooms? _rooms;

    internal EmbeddingModelLoader Models { get; } = new(new ModelStore(ModelStore.DefaultFolder), Options.Create(new EmbeddingOptions()));

    internal LibraryRooms Rooms => _rooms ?? throw new InvalidOperationException("The library is not filled yet.");

    internal Ask Ask => Rooms.Get<Ask>();

    internal Retriever Retriever => Rooms.Get<Retriever>();

    public async Task InitializeAsync()
    {
        await new ModelStore(ModelStore.DefaultFolder).EnsureDefaultAsync();
        _rooms = await FillAsync(InventedPapers.All);
    }

    /// <summary>Another library with the same model; the caller disposes it.</summary>
    internal async Task<LibraryRooms> FillAsync(IReadOnlyList<Paper> papers)
    {
        var rooms = new LibraryRooms(Models);
        rooms.Get<PaperStore>().Store(papers);
        await rooms.Get<EmbeddingCatchUp>().RunAsync(null, CancellationToken.None);
        return rooms;
    }

    public Task DisposeAsync()
    {
        _rooms?.Dispose();
        Models.Dispose();
        return Task.CompletedTask;
    }
}

[CollectionDefinition(Name)]
public sealed class SmallLibraryTests : ICollectionFixture<SmallLibrary>
{
    public const string Name = "Small library";
}
