using FsCheck.Xunit;
using PaperBot.Answering.Extractive.Summaries;
using PaperBot.Papers;

namespace PaperBot.Tests.Answering.Extractive.Summaries;

public class AspectClassifierTests
{
    [Fact]
    public void Classify_AbstractWithEverything_FindsEachAspect() =>
        Assert.Equal(
            [Aspect.None, Aspect.Problem, Aspect.Approach, Aspect.Approach, Aspect.Data, Aspect.Results, Aspect.Limits],
            AspectClassifier.Classify(SentenceSplitter.Split(OwnPapers.Cache.Abstract)));

    [Theory]
    [InlineData("Parsing is old.", "Yet parsers fail on dirty input.", "We present a mender.", "It wins.", 1, "Problem")]
    [InlineData("This work introduces a corpus of 4,000 annotated letters.", "Letters were written by hand.", "They are old.", "Enough.", 0, "Approach")]
    [InlineData("We study sleep.", "We recruited 214 participants from two hospitals.", "Sleep helps.", "Always.", 1, "Data")]
    [InlineData("We study sleep.", "We then count hours.", "We find that accuracy improves by 12% after a nap.", "Good.", 2, "Results")]
    [InlineData("We study sleep.", "We find gains of 3%.", "Naps help.", "Our study is limited to adults.", 3, "Limits")]
    [InlineData("We study sleep.", "We find gains of 3%.", "Naps help.", "Code is available at https://example.org.", 3, "None")]
    [InlineData("We study sleep.", "Naps help.", "Our method does not require a bed.", "Good.", 2, "Approach")]
    [InlineData("Birds sing.", "They sing at dawn.", "We propose a song model.", "It hears well.", 0, "None")]
    public void Classify_SentenceInItsPlace_IsWhatAPersonWouldSay(string a, string b, string c, string d, int sentence, string aspect) =>
        Assert.Equal(aspect, AspectClassifier.Classify([a, b, c, d])[sentence].ToString());

    [Property]
    public bool Classify_AnyTexts_GivesOneAspectEach(string?[]? texts)
    {
        var sentences = (texts ?? []).Select(text => text ?? "").ToList();
        return AspectClassifier.Classify(sentences).Length == sentences.Count;
    }
}
