using Microsoft.Extensions.AI;
using Moq;
using PaperBot.Ingestion;
using PaperBot.Papers;
using PaperBot.Retrieval;
using PaperBot.Storage;
using PaperBot.Tests.Retrieval;

namespace PaperBot.Tests.Ingestion;

[Collection(SmallLibraryTests.Name)]
public sealed class EmbeddingCatchUpTests(SmallLibrary library) : IDisposable
{
    private static readonly Paper[] Few = [InventedPapers.Fireflies, InventedPapers.Pumps, InventedPapers.WithoutAbstract];

    private readonly LibraryRooms _rooms = new(library.Models);

    private string Model => library.Models.Load()!.Model.Id;

    public void Dispose() => _rooms.Dispose();

    [Fact]
    public async Task Run_NewPapers_EmbedsThemAndTheirSentencesOnce()
    {
        _rooms.Get<PaperStore>().Store(Few);
        Assert.Equal((3, 3), Pending());

        Assert.Equal(3, await RunAsync());
        Assert.Equal((0, 0), Pending());
        Assert.Equal(0, await RunAsync());
        Assert.Equal((3, 3), Rows());
    }

    [Fact]
    public async Task Run_TextChanged_EmbedsThatPaperAgain()
    {
        _rooms.Get<PaperStore>().Store(Few);
        await RunAsync();
        var before = (await EvidenceAsync("moonlit nights")).Similarity;

        _rooms.Get<PaperStore>().Store([InventedPapers.Fireflies with { Abstract = "Bread dough springs back." }]);

        Assert.Equal((1, 1), Pending());
        Assert.Equal(1, await RunAsync());
        Assert.Equal((3, 3), Rows());
        var after = await EvidenceAsync("moonlit nights");
        Assert.True(after.Similarity < before);
        Assert.Equal(["Bread dough springs back."], after.Sentences.Select(sentence => sentence.Text));
    }

    [Fact]
    public async Task Run_OnlyAuthorsChanged_EmbedsNothing()
    {
        _rooms.Get<PaperStore>().Store(Few);
        await RunAsync();

        _rooms.Get<PaperStore>().Store([InventedPapers.Pumps with { Authors = ["Somebody Else"] }]);

        Assert.Equal(0, await RunAsync());
    }

    [Fact]
    public async Task Run_PaperRemoved_LeavesNoVectors()
    {
        _rooms.Get<PaperStore>().Store(Few);
        await RunAsync();

        _rooms.Get<PaperStore>().Remove(InventedPapers.Pumps.Key);

        Assert.Equal((2, 2), Rows());
    }

    [Fact]
    public async Task Run_CancelledMidway_KeepsWhatIsDoneAndDoesTheRestLater()
    {
        var papers = Enumerable.Range(0, 300).Select(i => SomePaper.Titled($"Number {i}", $"It is {i}.")).ToList();
        _rooms.Get<PaperStore>().Store(papers);
        using var cancelling = new CancellationTokenSource();
        var calls = 0;
        var generator = Generator(texts =>
        {
            // The first batch is whole; during the second one somebody presses Ctrl-C.
            if (++calls == 2)
                cancelling.Cancel();
            cancelling.Token.ThrowIfCancellationRequested();
            return texts.Count;
        });

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => RunAsync(generator, cancelling.Token));
        Assert.Equal((44, 300), Pending());

        var rest = new List<int>();
        Assert.Equal(44, await RunAsync(Generator(texts =>
        {
            rest.Add(texts.Count);
            return texts.Count;
        })));
        Assert.Equal([44, 256, 44], rest);
        Assert.Equal((0, 0), Pending());
        Assert.Equal((300, 300), Rows());
    }

    [Fact]
    public async Task Run_Cancelled_StopsEvenWhenEveryEmbeddingIsAtHand()
    {
        _rooms.Get<PaperStore>().Store(Few);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => RunAsync(Generator(texts => texts.Count), new CancellationToken(canceled: true)));

        Assert.Equal((3, 3), Pending());
    }

    [Fact]
    public async Task Run_PaperChangedWhileItIsEmbedded_IsEmbeddedNextTime()
    {
        _rooms.Get<PaperStore>().Store(Few);
        var generator = Generator(texts =>
        {
            _rooms.Get<PaperStore>().Store([InventedPapers.Pumps with { Abstract = "Pumps rest." }]);
            return texts.Count;
        });

        await RunAsync(generator);

        Assert.Equal((1, 0), Pending());
        Assert.Equal(1, await RunAsync());
        Assert.Equal((0, 0), Pending());
    }

    [Fact]
    public async Task Run_Progress_GoesUpToItsTotalInBothParts()
    {
        _rooms.Get<PaperStore>().Store(Few);
        var told = new List<EmbeddingProgress>();

        await _rooms.Get<EmbeddingCatchUp>().RunAsync(new Observer(told.Add), CancellationToken.None);

        Assert.Equal(
            [new(EmbeddingPart.Paper, 0, 3), new(EmbeddingPart.Paper, 3, 3), new(EmbeddingPart.Sentences, 0, 3), new(EmbeddingPart.Sentences, 3, 3)], told);
    }

    [Fact]
    public async Task Run_WithoutAModel_EmbedsNothing()
    {
        using var rooms = new LibraryRooms();
        rooms.Get<PaperStore>().Store(Few);

        Assert.Equal(0, await rooms.Get<EmbeddingCatchUp>().RunAsync(null, CancellationToken.None));
    }

    private Task<long> RunAsync() => _rooms.Get<EmbeddingCatchUp>().RunAsync(null, CancellationToken.None);

    private Task<long> RunAsync(IEmbeddingGenerator<string, Embedding<float>> generator, CancellationToken cancellationToken = default) =>
        _rooms.Get<EmbeddingCatchUp>().RunAsync(library.Models.Load()!.Model, generator, null, cancellationToken);

    private (long Papers, long Sentences) Pending() =>
        (_rooms.Get<VectorStore>().PendingCount(Model, EmbeddingPart.Paper), _rooms.Get<VectorStore>().PendingCount(Model, EmbeddingPart.Sentences));

    private (long Papers, long Sentences) Rows()
    {
        using var connection = _rooms.Get<LibraryDatabase>().Open();
        return (connection.Count("SELECT count(*) FROM vectors"), connection.Count("SELECT count(*) FROM sentence_vectors"));
    }

    private async Task<EvidencePaper> EvidenceAsync(string question)
    {
        var pool = await _rooms.Get<Retriever>().FindEvidenceAsync(SearchQuery.Parse(question, out _), 8, CancellationToken.None);
        return pool.Papers.Single(paper => paper.Paper.Key == InventedPapers.Fireflies.Key);
    }

    /// <summary>Embeddings that cost nothing; told of each batch before it is made.</summary>
    private IEmbeddingGenerator<string, Embedding<float>> Generator(Func<List<string>, int> batch)
    {
        var generator = new Mock<IEmbeddingGenerator<string, Embedding<float>>>();
        var vector = new float[library.Models.Load()!.Model.Dimensions];
        vector[0] = 1;
        generator
            .Setup(inner => inner.GenerateAsync(It.IsAny<IEnumerable<string>>(), It.IsAny<EmbeddingGenerationOptions?>(), It.IsAny<CancellationToken>()))
            .Returns((IEnumerable<string> texts, EmbeddingGenerationOptions? _, CancellationToken _) => Task.Run(() =>
                new GeneratedEmbeddings<Embedding<float>>(Enumerable.Range(0, batch([.. texts])).Select(_ => new Embedding<float>(vector)))));
        return generator.Object;
    }

    private sealed class Observer(Action<EmbeddingProgress> tell) : IProgress<EmbeddingProgress>
    {
        public void Report(EmbeddingProgress value) => tell(value);
    }
}
