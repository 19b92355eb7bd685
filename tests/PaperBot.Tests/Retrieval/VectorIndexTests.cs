using System.Numerics.Tensors;
using System.Runtime.InteropServices;
using PaperBot.Retrieval;

namespace PaperBot.Tests.Retrieval;

public sealed class VectorIndexTests : IDisposable
{
    private const string Model = "test@1";
    private const int Dimensions = 96;

    private readonly TemporaryFolder _folder = new();
    private readonly Random _random = new(7);

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Codec_EncodeDecode_IsWithinHalfAStep()
    {
        var embedding = RandomEmbedding();
        var decoded = new float[Dimensions];

        VectorCodec.Decode(VectorCodec.Encode(embedding), decoded);

        var step = Math.Abs(TensorPrimitives.MaxMagnitude<float>(embedding)) / 127;
        Assert.All(embedding.Zip(decoded), pair => Assert.InRange(Math.Abs(pair.First - pair.Second), 0, step / 2 + 1e-6f));
    }

    [Fact]
    public void Codec_ZeroVector_StaysZero()
    {
        var decoded = new float[Dimensions];

        VectorCodec.Decode(VectorCodec.Encode(new float[Dimensions]), decoded);

        Assert.All(decoded, value => Assert.Equal(0, value));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(QueryCode.Block)]
    [InlineData(QueryCode.Block + 5)]
    public void QueryCode_Measure_IsTheWeightOfDifferingSigns(int papers)
    {
        var query = RandomEmbedding();
        var unit = 2.5f * TensorPrimitives.Norm<float>(query) / MathF.Sqrt(Dimensions) / 7;
        var embeddings = Enumerable.Range(0, papers).Select(_ => RandomEmbedding()).ToList();
        var size = VectorCodec.CodeBytes(Dimensions);
        var blocks = new byte[(papers + QueryCode.Block - 1) / QueryCode.Block * QueryCode.Block * size];
        for (var i = 0; i < papers; i++)
        {
            var code = new ulong[VectorCodec.CodeWords(Dimensions)];
            VectorCodec.Sign(embeddings[i], new float[Dimensions], code);
            var bytes = MemoryMarshal.AsBytes(code.AsSpan());
            for (var at = 0; at < size; at++)
                blocks[i / QueryCode.Block * QueryCode.Block * size + at * QueryCode.Block + i % QueryCode.Block] = bytes[at];
        }

        var distances = new ushort[blocks.Length / size];
        new QueryCode(query).Measure(blocks, distances);

        Assert.Equal(
            embeddings.Select(embedding => embedding.Select((value, i) => value > 0 != query[i] > 0 ? (int)Math.Min(7, MathF.Round(Math.Abs(query[i]) / unit)) : 0).Sum()),
            distances.Take(papers).Select(distance => (int)distance));
    }

    [Fact]
    public void Search_TwoStages_FindsWhatExactSearchFinds()
    {
        var embeddings = Fill(600);
        using var connection = _folder.Library().Open();
        var index = new VectorIndex(Model);

        var query = RandomEmbedding();
        var found = index.Search(connection, query, candidates: 200, limit: 5).Select(hit => hit.PaperId);

        var exact = embeddings.OrderByDescending(pair => TensorPrimitives.Dot<float>(pair.Value, query)).Take(5).Select(pair => pair.Key);
        Assert.Equal(exact, found);
    }

    [Fact]
    public void Search_PapersAddedAndRemovedMeanwhile_FollowsTheTable()
    {
        var embeddings = Fill(300);
        using var connection = _folder.Library().Open();
        var index = new VectorIndex(Model);
        var nearest = index.Search(connection, embeddings[10], 50, 1)[0].PaperId;
        Assert.Equal(10, nearest);

        _folder.Papers().Remove(new("local:paper-10"));
        Assert.NotEqual(10, index.Search(connection, embeddings[10], 50, 1)[0].PaperId);

        var late = Fill(1, from: 301);
        Assert.Equal(301, index.Search(connection, late[301], 50, 1)[0].PaperId);
    }

    [Fact]
    public void Search_LibraryDoubled_CodesAboutANewMean()
    {
        var first = Fill(256);
        using var connection = _folder.Library().Open();
        var index = new VectorIndex(Model);
        index.Search(connection, first[1], 50, 1);
        var before = VectorModel.Find(connection, Model)!;

        var second = Fill(256, from: 257);

        var after = VectorModel.Find(connection, Model)!;
        Assert.Equal((256, 512), (before.MeanCount, after.MeanCount));
        Assert.Equal(300, index.Search(connection, second[300], 50, 1)[0].PaperId);
    }

    [Fact]
    public void Search_ManyBatchesAppended_FindsThePapersOfEach()
    {
        using var connection = _folder.Library().Open();
        var index = new VectorIndex(Model);
        var embeddings = new Dictionary<long, float[]>();
        foreach (var from in Enumerable.Range(0, 9).Select(batch => batch * 37 + 1))
        {
            foreach (var (paper, embedding) in Fill(37, from))
                embeddings[paper] = embedding;
            Assert.Equal(from, index.Search(connection, embeddings[from], 50, 1)[0].PaperId);
        }

        Assert.Equal(embeddings.Count, index.Count);
        Assert.All(embeddings, pair => Assert.Equal(pair.Key, index.Search(connection, pair.Value, 100, 1)[0].PaperId));
    }

    [Fact]
    public void Search_ManyPapersRemoved_DropsTheirCodes()
    {
        var embeddings = Fill(300);
        using var connection = _folder.Library().Open();
        var index = new VectorIndex(Model);
        index.Search(connection, embeddings[1], 50, 1);
        foreach (var paper in _folder.Papers().Latest(200))
            _folder.Papers().Remove(paper.Key);

        var added = Fill(1, from: 301);

        Assert.Equal(added.Keys.Single(), index.Search(connection, added.Values.Single(), 50, 1)[0].PaperId);
        Assert.Equal(101, index.Count);
    }

    [Fact]
    public void Search_OnlyAllowed_LooksAtNothingElse()
    {
        var embeddings = Fill(300);
        using var connection = _folder.Library().Open();

        var found = new VectorIndex(Model).Search(connection, embeddings[10], 400, 10, new HashSet<long> { 3, 4 });

        Assert.Equal([3L, 4L], found.Select(hit => hit.PaperId).Order());
    }

    [Fact]
    public void Write_TextChangedMeanwhile_IsPassedOver()
    {
        var papers = _folder.Papers();
        papers.Store([SomePaper.Titled("A paper to change", "old text")]);
        var store = new VectorStore(_folder.Library());
        var pending = store.Pending(Model, EmbeddingPart.Paper, 0, 10).Single();
        papers.Store([SomePaper.Titled("A paper to change", "new text")]);

        store.Write(Model, Dimensions, [(pending, RandomEmbedding())]);

        Assert.Equal(1, store.PendingCount(Model, EmbeddingPart.Paper));
    }

    [Fact]
    public void Store_AbstractChanges_EmbeddingIsPendingAgain()
    {
        Fill(1);
        var store = new VectorStore(_folder.Library());
        Assert.Equal(0, store.PendingCount(Model, EmbeddingPart.Paper));

        _folder.Papers().Store([SomePaper.Titled("paper 1", "another abstract")]);

        Assert.Equal(1, store.PendingCount(Model, EmbeddingPart.Paper));
    }

    private Dictionary<long, float[]> Fill(int count, int from = 1)
    {
        _folder.Papers().Store([.. Enumerable.Range(from, count).Select(i => SomePaper.Titled($"paper {i}"))]);
        var store = new VectorStore(_folder.Library());
        var batch = store.Pending(Model, EmbeddingPart.Paper, 0, count).Select(paper => (Paper: paper, Embedding: RandomEmbedding())).ToList();
        store.Write(Model, Dimensions, [.. batch.Select(row => (row.Paper, new ReadOnlyMemory<float>(row.Embedding)))]);
        return batch.ToDictionary(row => row.Paper.Id, row => row.Embedding);
    }

    /// <summary>Off centre, as embeddings of one model are.</summary>
    private float[] RandomEmbedding()
    {
        var embedding = Enumerable.Range(0, Dimensions).Select(i => (float)(_random.NextDouble() - 0.5 + (i % 3 == 0 ? 0.6 : 0))).ToArray();
        TensorPrimitives.Divide(embedding, TensorPrimitives.Norm<float>(embedding), embedding);
        return embedding;
    }
}
