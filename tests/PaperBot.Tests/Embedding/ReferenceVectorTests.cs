using System.Numerics.Tensors;

namespace PaperBot.Tests.Embedding;

[Collection(InstalledModelTests.Name)]
public sealed class ReferenceVectorTests(InstalledModel installed)
{
    // The model's card prints these first components.
    [Fact]
    public async Task Generate_PublishedSentence_AgreesWithPublishedVector()
    {
        var vector = (await installed.Generator.GenerateAsync(["This is an example sentence"]))[0].Vector;

        float[] published = [0.06765693f, 0.06349593f, 0.04871314f];
        for (var i = 0; i < published.Length; i++)
            Assert.Equal(published[i], vector.Span[i], 1e-3f);
        Assert.Equal(384, vector.Length);
        Assert.Equal(1, TensorPrimitives.Norm(vector.Span), 1e-5f);
    }

    // The quick start of https://sbert.net prints these similarities.
    [Theory]
    [InlineData("The weather is lovely today.", "It's so sunny outside!", 0.6660f)]
    [InlineData("The weather is lovely today.", "He drove to the stadium.", 0.1046f)]
    [InlineData("It's so sunny outside!", "He drove to the stadium.", 0.1411f)]
    public async Task Generate_PublishedPair_AgreesWithPublishedSimilarity(string one, string other, float published)
    {
        var vectors = await installed.Generator.GenerateAsync([one, other]);

        Assert.Equal(published, TensorPrimitives.Dot(vectors[0].Vector.Span, vectors[1].Vector.Span), 5e-4f);
    }
}
