using PaperBot.Answering.Extractive.Comparisons;

namespace PaperBot.Tests.Answering.Extractive.Comparisons;

public class StatedFactsTests
{
    [Fact]
    public void Of_NamesAmongWords_AreFoundOnce() =>
        Assert.Equal(
            ["BERT", "ImageNet", "CIFAR-10", "T5"],
            StatedFacts.Of("Both BERT and the Model use ImageNet, CIFAR-10 and T5; ImageNet helps.").Names);

    [Fact]
    public void Of_NumbersWithUnits_AreFoundAndBareOnesAreNot() =>
        Assert.Equal(
            ["12.5%", "3x", "28.4 BLEU", "1.2 million tokens"],
            StatedFacts.Of("It gains 12.5% in 2019, is 3x faster, has 28.4 BLEU and read 1.2 million tokens in 4 runs.").Measures);

    [Fact]
    public void Of_NeighbouringContentWords_AreTerms() =>
        Assert.Equal(["reinforcement learning", "sparse rewards"], StatedFacts.Of("We use reinforcement learning with sparse rewards.").Terms);

    [Theory]
    [InlineData("We use BERTs.", "BERT", false)]
    [InlineData("We use bert-base.", "BERT", true)]
    [InlineData("", "BERT", false)]
    [InlineData("RoBERTa and BERT", "BERT", true)]
    public void Mentions_WordOrPartOfOne_IsToldApart(string text, string word, bool mentioned) =>
        Assert.Equal(mentioned, StatedFacts.Mentions(text, word));
}
