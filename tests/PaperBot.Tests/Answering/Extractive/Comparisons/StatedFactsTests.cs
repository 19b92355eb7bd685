using PaperBot.Answering.Extractive.Comparisons;
using PaperBot.Papers;

namespace PaperBot.Tests.Answering.Extractive.Comparisons;

public class StatedFactsTests
{
    [Fact]
    public void Of_SentencesOnData_AreReadForNamesAndCounts() =>
        Assert.Equal(
            ["ImageNet", "CIFAR-10", "three public datasets"],
            Read("We propose a net. We train it on ImageNet and CIFAR-10. It is tested on three public datasets.").Data);

    [Fact]
    public void Of_SentencesOnApproach_AreReadForKindsOfMethod() =>
        Assert.Equal(["lstm", "convolution"], Read("We propose an LSTM beside a convolutional network. It beats transformers by 3%.").Kinds.Select(kind => kind.Family));

    [Fact]
    public void Of_NumberInLongSentence_IsToldInItsClause() =>
        Assert.Equal(
            "its most recent version improves on the previous best by 20% or more",
            Read("We propose a net. The net is more accurate than every one of the plain networks of the kinds that people in this field have tried for very many years, and its most recent version improves on the previous best by 20% or more.").Figure);

    [Fact]
    public void Of_NoNumber_HasNoFigure() => Assert.Null(Read("We propose a net. It outperforms the baselines in 2019.").Figure);

    [Theory]
    [InlineData("We use BERTs.", "BERT", true)]
    [InlineData("We use BERTology.", "BERT", false)]
    [InlineData("We use bert-base.", "BERT", true)]
    [InlineData("", "BERT", false)]
    [InlineData("RoBERTa and BERT", "BERT", true)]
    public void Mentions_WordOrPartOfOne_IsToldApart(string text, string word, bool mentioned) =>
        Assert.Equal(mentioned, StatedFacts.Mentions(text, word));

    private static StatedFacts Read(string text)
    {
        var paper = OwnPapers.Of("net", "Nets", text);
        return StatedFacts.Of(paper, new AspectSearch(paper));
    }
}
