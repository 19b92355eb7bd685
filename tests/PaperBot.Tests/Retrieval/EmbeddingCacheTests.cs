using Microsoft.Extensions.AI;
using Moq;
using PaperBot.Retrieval;

namespace PaperBot.Tests.Retrieval;

public sealed class EmbeddingCacheTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly Mock<IEmbeddingGenerator<string, Embedding<float>>> _inner = new();
    private readonly List<string> _asked = [];

    public EmbeddingCacheTests() => _inner
        .Setup(inner => inner.GenerateAsync(It.IsAny<IEnumerable<string>>(), It.IsAny<EmbeddingGenerationOptions?>(), It.IsAny<CancellationToken>()))
        .ReturnsAsync((IEnumerable<string> texts, EmbeddingGenerationOptions? _, CancellationToken _) =>
        {
            var asked = texts.ToList();
            _asked.AddRange(asked);
            return [.. asked.Select(text => new Embedding<float>(VectorOf(text)))];
        });

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Generate_SecondRun_AsksNothingAndGivesTheSame()
    {
        string[] texts = ["otters", "herons", "", "otters 🦦"];

        var first = await GenerateAsync("model@1", texts);
        _inner.Invocations.Clear();
        var second = await GenerateAsync("model@1", texts);

        _inner.VerifyNoOtherCalls();
        Assert.Equal(first, second);
        Assert.Equal(texts.Select(VectorOf), second);
    }

    [Fact]
    public async Task Generate_SomeKnown_AsksForTheOthersAndKeepsTheOrder()
    {
        await GenerateAsync("model@1", "b", "d");
        _asked.Clear();

        var vectors = await GenerateAsync("model@1", "a", "b", "c", "d");

        Assert.Equal(["a", "c"], _asked);
        Assert.Equal(new[] { "a", "b", "c", "d" }.Select(VectorOf), vectors);
    }

    [Fact]
    public async Task Generate_AnotherModel_AsksAgain()
    {
        await GenerateAsync("model@1", "otters");
        _asked.Clear();

        await GenerateAsync("model@2", "otters");

        Assert.Equal(["otters"], _asked);
    }

    [Fact]
    public async Task Generate_SameTextTwice_IsAskedOnce()
    {
        var vectors = await GenerateAsync("model@1", "otters", "herons", "otters");

        Assert.Equal(["otters", "herons"], _asked);
        Assert.Equal(vectors[0], vectors[2]);
    }

    [Fact]
    public async Task Generate_InnerFails_KeepsNothing()
    {
        _inner.Setup(inner => inner.GenerateAsync(It.Is<IEnumerable<string>>(texts => texts.Contains("bad")), It.IsAny<EmbeddingGenerationOptions?>(), It.IsAny<CancellationToken>()))
            .ThrowsAsync(new OperationCanceledException());

        await Assert.ThrowsAsync<OperationCanceledException>(() => GenerateAsync("model@1", "good", "bad"));
        await GenerateAsync("model@1", "good");

        Assert.Equal(["good"], _asked);
    }

    [Fact]
    public async Task Dispose_LeavesTheInnerGeneratorAlone()
    {
        await GenerateAsync("model@1", "otters");

        _inner.Verify(inner => inner.Dispose(), Times.Never);
    }

    private async Task<List<float[]>> GenerateAsync(string model, params string[] texts)
    {
        using var cache = new EmbeddingCache(Path.Combine(_folder.Path, "new", "cache.db"), model, _inner.Object);
        return [.. (await cache.GenerateAsync(texts)).Select(embedding => embedding.Vector.ToArray())];
    }

    private static float[] VectorOf(string text) => [text.Length, text.Sum(c => c) / 7f, float.Epsilon];
}
