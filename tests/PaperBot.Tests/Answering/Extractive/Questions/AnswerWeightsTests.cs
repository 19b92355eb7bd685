using PaperBot.Answering.Extractive.Questions;

namespace PaperBot.Tests.Answering.Extractive.Questions;

/// <summary>The weights that are built in fit the features that the code computes.</summary>
public sealed class AnswerWeightsTests
{
    private static readonly AnswerWeights[] Sets = [AnswerWeights.WithVectors, AnswerWeights.KeywordsAlone];

    [Fact]
    public void Weights_OfBothSets_AreOneForEachFeature()
    {
        Assert.All(Sets, weights => Assert.Equal(SentenceFeatures.Names.Count, weights.Sentence.Length));
        Assert.All(Sets, weights => Assert.Equal(AnswerabilityFeatures.Names.Count, weights.Answerable.Length));
    }

    [Fact]
    public void Weights_AreNumbers() => Assert.All(Sets, weights => Assert.All([.. weights.Sentence, .. weights.Answerable, weights.Threshold], weight => Assert.True(double.IsFinite(weight))));

    [Fact]
    public void Names_AreOneForEachColumn()
    {
        var evidence = SomeEvidence.For("How many otters juggle?", [SomeEvidence.Paper("Otters juggle", 0.5f, "We filmed 12 otters.", "Seven juggle stones.")]);

        Assert.All(
            ScoredEvidence.Features(evidence.Question, evidence.Pool, evidence.Terms), row => Assert.Equal(SentenceFeatures.Names.Count, row.Features.Length));
        Assert.Equal(AnswerabilityFeatures.Names.Count, AnswerabilityFeatures.Of(evidence).Length);
        Assert.Equal(SentenceFeatures.Names.Count, SentenceFeatures.Names.Distinct().Count());
        Assert.Equal(AnswerabilityFeatures.Names.Count, AnswerabilityFeatures.Names.Distinct().Count());
    }

    [Theory]
    [InlineData("")]
    [InlineData("of the and")]
    [InlineData("otters")]
    public void Features_OfAnyQuestion_AreNumbers(string question)
    {
        var evidence = SomeEvidence.For(question, [SomeEvidence.Paper("Otters", 0.5f, "We filmed 12 otters."), SomeEvidence.Paper("Untold", 0.4f)]);

        Assert.All(ScoredEvidence.Features(evidence.Question, evidence.Pool, evidence.Terms), row => Assert.All(row.Features, value => Assert.True(double.IsFinite(value))));
        Assert.All(AnswerabilityFeatures.Of(evidence), value => Assert.True(double.IsFinite(value)));
    }
}
