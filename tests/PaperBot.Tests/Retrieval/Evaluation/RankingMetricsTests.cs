using PaperBot.Retrieval.Evaluation;

namespace PaperBot.Tests.Retrieval.Evaluation;

/// <summary>Cases worked out by hand.</summary>
public sealed class RankingMetricsTests
{
    private static readonly Dictionary<string, int> Relevant = new() { ["a"] = 1, ["b"] = 1 };

    [Fact]
    public void Ndcg_FirstAndThird_IsTheirDiscountedShare() =>
        Assert.Equal((1 + 1 / 2.0) / (1 + 1 / Math.Log2(3)), RankingMetrics.Ndcg(["a", "x", "b"], Relevant, 10), 12);

    [Fact]
    public void Ndcg_Grades_OrderTheIdeal() =>
        Assert.Equal((1 + 3 / Math.Log2(3)) / (3 + 1 / Math.Log2(3)), RankingMetrics.Ndcg(["a", "b"], new Dictionary<string, int> { ["a"] = 1, ["b"] = 3 }, 10), 12);

    [Theory]
    [InlineData(1, 0.5)]
    [InlineData(2, 0.5)]
    [InlineData(3, 1.0)]
    public void Recall_ByDepth_CountsWhatIsFound(int depth, double expected) =>
        Assert.Equal(expected, RankingMetrics.Recall(["a", "x", "b"], Relevant, depth));

    [Theory]
    [InlineData(10, 0.5)]
    [InlineData(1, 0)]
    public void ReciprocalRank_SecondIsFirstRelevant_IsAHalfWithinTheDepth(int depth, double expected) =>
        Assert.Equal(expected, RankingMetrics.ReciprocalRank(["x", "a"], Relevant, depth));

    [Fact]
    public void ReciprocalRank_NothingRelevant_IsZero() => Assert.Equal(0, RankingMetrics.ReciprocalRank(["x", "y"], Relevant, 10));

    [Theory]
    [InlineData(0.5, 2)]
    [InlineData(0.95, 4)]
    [InlineData(0.25, 1)]
    public void Percentile_NearestRank_IsAValueOfTheList(double share, double expected) =>
        Assert.Equal(expected, RankingMetrics.Percentile([1, 2, 3, 4], share));
}
