using FsCheck.Xunit;
using PaperBot.Digests.Ranking;

namespace PaperBot.Tests.Digests.Ranking;

public sealed class InterestScoreTests
{
    [Property]
    public bool Worth_AnyTwoValues_AreInTheirOrder(byte one, byte other)
    {
        var (a, b) = (Of(one / 256f), Of(other / 256f));
        return Math.Sign(one.CompareTo(other)) == Math.Sign(a.Worth.CompareTo(b.Worth));
    }

    [Fact]
    public void Worth_ClearlyMeantPapers_AreClose()
    {
        Assert.InRange(Of(0.999f).Worth - Of(0.95f).Worth, 0.1f, 0.6f);
        Assert.InRange(Of(0.6f).Worth - Of(0.4f).Worth, 0.8f, 0.9f);
    }

    private static InterestScore Of(float value) => new(value, -1, 0, -1, 0, null);
}
