using System.Numerics.Tensors;
using PaperBot.Embedding;

namespace PaperBot.Tests.Embedding;

[Collection(InstalledModelTests.Name)]
public sealed class OnnxEmbeddingGeneratorTests(InstalledModel installed)
{
    private static readonly string[] Texts =
    [
        "", " ", "word", "two words", "Graph neural networks learn from molecules.", "p < 0.05", "two words",
        string.Join(' ', Enumerable.Repeat("A long abstract goes on and on.", 60)), "深度学习", "😀",
    ];

    private readonly OnnxEmbeddingGenerator _generator = installed.Generator;

    [Fact]
    public async Task Generate_Batch_AgreesWithEachTextAlone()
    {
        var batch = await _generator.GenerateAsync(Texts);

        for (var i = 0; i < Texts.Length; i++)
        {
            var alone = (await _generator.GenerateAsync([Texts[i]]))[0];
            Assert.True(TensorPrimitives.Distance(alone.Vector.Span, batch[i].Vector.Span) < 1e-5f, Texts[i]);
            Assert.Equal(1, TensorPrimitives.Norm(alone.Vector.Span), 1e-5f);
        }
    }

    [Fact]
    public async Task Generate_NoTexts_GivesNothing() => Assert.Empty(await _generator.GenerateAsync([]));

    [Fact]
    public async Task Generate_Cancelled_ThrowsCancellation() =>
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => _generator.GenerateAsync(Texts, cancellationToken: new CancellationToken(canceled: true)));

    [Fact]
    public async Task Generate_ManyThreads_AgreeWithOne()
    {
        var expected = await _generator.GenerateAsync(Texts);
        var all = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => _generator.GenerateAsync(Texts)));

        foreach (var vectors in all)
        {
            for (var i = 0; i < Texts.Length; i++)
                Assert.True(TensorPrimitives.Distance(expected[i].Vector.Span, vectors[i].Vector.Span) < 1e-5f);
        }
    }

    [Fact]
    public async Task EmbedPassages_WholeTextAsSpan_AgreesWithItsDirection()
    {
        const string Text = "Transformers read papers. They answer questions.";
        var whole = (await _generator.GenerateAsync([Text], EmbeddingInput.Passage))[0].Vector;
        var passage = _generator.EmbedPassages([new Passage(Text, [(0, 25), (26, 22), (0, Text.Length)])], CancellationToken.None)[0];

        Assert.True(TensorPrimitives.Distance(whole.Span, passage.Vector.Span) < 1e-5f);
        Assert.All(passage.Spans, span => Assert.Equal(1, TensorPrimitives.Norm(span!.Value.Span), 1e-5f));
        // The whole text's span lacks only [CLS] and [SEP]; the sentences differ from it and from each other.
        Assert.True(TensorPrimitives.Dot(passage.Spans[2]!.Value.Span, whole.Span) > 0.98f);
        Assert.True(TensorPrimitives.Dot(passage.Spans[0]!.Value.Span, passage.Spans[1]!.Value.Span) < 0.95f);
    }

    [Fact]
    public void EmbedPassages_SpanBeyondTheLimit_HasNoVector()
    {
        var text = string.Concat(Enumerable.Repeat("word ", 400)) + "The end.";
        var passage = _generator.EmbedPassages([new Passage(text, [(0, 4), (2000, 8), (4, 1), (text.Length, 0)])], CancellationToken.None)[0];

        Assert.NotNull(passage.Spans[0]);
        Assert.All(passage.Spans.Skip(1), Assert.Null);
    }

    [Fact]
    public void EmbedPassages_PassagesInAnyOrderOfLength_ComeBackInTheirs()
    {
        var passages = Texts.Select(text => new Passage(text, [(0, text.Length)])).ToArray();
        var embedded = _generator.EmbedPassages(passages, CancellationToken.None);

        for (var i = 0; i < Texts.Length; i++)
            Assert.True(TensorPrimitives.Distance(_generator.Embed([Texts[i]], "", CancellationToken.None)[0], embedded[i].Vector.Span) < 1e-5f);
        Assert.Null(embedded[0].Spans[0]);
    }
}
