using FsCheck.Xunit;
using PaperBot.Answering.Extractive.Summaries;
using PaperBot.Papers;

namespace PaperBot.Tests.Answering.Extractive.Summaries;

public class AspectQuotesTests
{
    [Fact]
    public void Choose_AbstractWithEverything_FindsEachAspect()
    {
        var chosen = AspectQuotes.Choose(OwnPapers.Cache.Title, SentenceSplitter.Split(OwnPapers.Cache.Abstract));

        Assert.Equal(
            [(Aspect.Problem, 1), (Aspect.Approach, 2), (Aspect.Data, 4), (Aspect.Results, 5), (Aspect.Limits, 6)],
            chosen.OrderBy(pair => pair.Key).Select(pair => (pair.Key, pair.Value)));
    }

    [Theory]
    [InlineData("Problem", "Parsing is old.", "Yet parsers fail on dirty input.", "We present a mender.", 1)]
    [InlineData("Problem", "Whether prices can be forecast is disputed.", "This study builds a forecaster.", "It wins.", 0)]
    [InlineData("Problem", "Search in memory is fast, but its cost becomes prohibitive.", "Spann is a disk index.", "Spann is 2x faster.", 0)]
    [InlineData("Problem", "Sleep is common.", "We address the problem of bad sleep.", "Naps help.", null)]
    [InlineData("Problem", "Birds sing at dawn.", "We propose a song model.", "It hears well.", null)]
    [InlineData("Approach", "Trees are hard to grow.", "TreeNet is a network that grows trees.", "On ForestBench, TreeNet is 3% better than oaks.", 1)]
    [InlineData("Approach", "Trees are hard to grow.", "This paper asks whether trees can talk.", "The authors build a listening tree.", 2)]
    [InlineData("Approach", "Graph networks (GNs) is one of the best tools.", "Graphs are hard.", "We propose to grow them.", 2)]
    [InlineData("Data", "We study sleep.", "We recruited 214 participants from two hospitals.", "Naps help.", 1)]
    [InlineData("Data", "This study builds a forecaster, with data from July 1, 2014 to July 31, 2020.", "It is new.", "It wins.", 0)]
    [InlineData("Data", "We propose a net.", "It is deep.", "On ImageNet it is 2% better than others.", 2)]
    [InlineData("Data", "We study networks that are optimal for any data distribution.", "They are wide.", "We prove it.", null)]
    [InlineData("Data", "Public datasets hold 4,000 letters.", "We propose a reader.", "It wins.", null)]
    [InlineData("Results", "We study sleep.", "We then count hours.", "We find that accuracy improves by 12% after a nap.", 2)]
    [InlineData("Results", "We study sleep.", "We then count hours.", "Code is available at https://example.org.", null)]
    [InlineData("Results", "This survey reviews naps.", "It covers beds.", "It aims to be a reference for the state of the art.", null)]
    [InlineData("Limits", "We study sleep.", "We find gains of 3%.", "Our study is limited to adults.", 2)]
    [InlineData("Limits", "We study sleep.", "It gains 3%, at the cost of more memory.", "Naps help.", 1)]
    [InlineData("Limits", "Existing beds are limited to adults.", "We propose a bed.", "Unlike previous beds, which fail on children, our bed does not require legs.", null)]
    [InlineData("Limits", "We study sleep.", "Whether dogs dream remains open.", "Naps help.", 1)]
    [InlineData("Limits", "We study sleep.", "We discuss directions of future research.", "Naps help.", null)]
    public void Choose_SentenceInItsPlace_IsWhatAPersonWouldSay(string aspect, string a, string b, string c, int? sentence)
    {
        var chosen = AspectQuotes.Choose("", [a, b, c]);

        Assert.Equal(sentence, chosen.TryGetValue(Enum.Parse<Aspect>(aspect), out var at) ? at : null);
    }

    [Fact]
    public void Choose_ApproachAndDataInOneSentence_IsQuotedForBoth()
    {
        var chosen = AspectQuotes.Choose("", ["Sleep is a problem that remains hard.", "This study builds a nap model on the SleepEDF dataset.", "It beats the baselines."]);

        Assert.Equal(1, chosen[Aspect.Approach]);
        Assert.Equal(1, chosen[Aspect.Data]);
    }

    [Property]
    public bool Choose_AnyTexts_NamesSentencesThatAreThere(string? title, string?[]? texts)
    {
        var sentences = (texts ?? []).Select(text => text ?? "").ToList();
        return AspectQuotes.Choose(title ?? "", sentences).Values.All(i => i >= 0 && i < sentences.Count);
    }
}
