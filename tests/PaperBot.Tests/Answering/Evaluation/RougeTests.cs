using PaperBot.Answering.Evaluation;

namespace PaperBot.Tests.Answering.Evaluation;

public class RougeTests
{
    [Fact]
    public void Score_SameText_IsOne() =>
        Assert.Equal(new RougeScore(1, 1, 1), new Rouge(stem: false).Score("We train small models.", "we train small models"));

    [Fact]
    public void Score_NothingInCommon_IsZero() =>
        Assert.Equal(default, new Rouge(stem: true).Score("alpha beta", "gamma delta epsilon"));

    [Theory]
    [InlineData("", "a b")]
    [InlineData("a b", "")]
    [InlineData("", "")]
    [InlineData("…", "?")]
    public void Score_NoWords_IsZero(string summary, string reference) =>
        Assert.Equal(default, new Rouge(stem: true).Score(summary, reference));

    [Fact]
    public void Score_WorkedByHand_Agrees()
    {
        // 5 and 6 words, common: the, cat, on, mat = 4; pairs 4 and 5, common: "the cat" = 1;
        // longest common subsequence: the cat on mat = 4.
        var score = new Rouge(stem: false).Score("the cat lay on mat", "the cat sat on the mat");

        Assert.Equal(2 * 4 / 11.0, score.Rouge1, 12);
        Assert.Equal(2 * 1 / 9.0, score.Rouge2, 12);
        Assert.Equal(2 * 4 / 11.0, score.RougeL, 12);
    }

    [Fact]
    public void Score_OtherOrder_LowersPairsAndSubsequenceOnly()
    {
        // Same four words; no pair in common; the longest common subsequence of "d c b a" and "a b c d" is one word.
        var score = new Rouge(stem: false).Score("d c b a", "a b c d");

        Assert.Equal(new RougeScore(1, 0, 0.25), score);
    }

    [Fact]
    public void Score_WordTwiceInSummaryOnceInReference_CountsOnce()
    {
        // 3 and 2 words; "we" is matched once, "learn" once.
        Assert.Equal(2 * 2 / 5.0, new Rouge(stem: false).Score("we we learn", "we learn").Rouge1, 12);
    }

    [Fact]
    public void Score_Stemming_TakesFormsOfAWordForTheSame()
    {
        Assert.Equal(0, new Rouge(stem: false).Score("proposing models", "proposed model").Rouge1);
        Assert.Equal(1, new Rouge(stem: true).Score("proposing models", "proposed model").Rouge1);
    }

    [Fact]
    public void Best_SeveralReferences_TakesEachMeasureWhereItIsHighest()
    {
        // Against "d c b a": 1, 0, 1/4. Against "a b x y": 2/4, pairs "a b" 1/3, subsequence 2/4.
        var best = new Rouge(stem: false).Best("a b c d", ["d c b a", "a b x y"]);

        Assert.Equal(1, best.Rouge1);
        Assert.Equal(1 / 3.0, best.Rouge2, 12);
        Assert.Equal(0.5, best.RougeL, 12);
    }
}
