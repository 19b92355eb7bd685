using PaperBot.Answering;
using PaperBot.Papers;
using PaperBot.Tests.Retrieval;

namespace PaperBot.Tests.Answering;

public sealed class CompareTests
{
    private readonly Compare _compare = new();

    [Fact]
    public void Of_TwoPapers_SetsThemSideBySide()
    {
        var outcome = _compare.Of([InventedPapers.Pebbles, InventedPapers.Fireflies], ["memory"], CancellationToken.None);

        var row = Assert.Single(Assert.IsType<CompareOutcome.Compared>(outcome).Comparison.Rows);
        Assert.Equal("memory", row.Aspect);
    }

    [Fact]
    public void Of_OnePaper_IsTooFew() => Assert.Equal(new CompareOutcome.TooFew(1), Of([InventedPapers.Pebbles]));

    [Fact]
    public void Of_SevenPapers_AreTooMany() =>
        Assert.Equal(new CompareOutcome.TooMany(7), Of([.. InventedPapers.All.Take(7)]));

    [Fact]
    public void Of_OnePaperTwice_SaysWhich() =>
        Assert.Equal(
            InventedPapers.Pebbles.Key, Assert.IsType<CompareOutcome.NamedTwice>(Of([InventedPapers.Pebbles, InventedPapers.Pebbles])).Paper.Key);

    [Fact]
    public void ReadAspects_WithCommas_AreSeveral() =>
        Assert.Equal(["memory", "training cost", "data"], Compare.ReadAspects("memory, training cost,", " data "));

    private CompareOutcome Of(IReadOnlyList<Paper> papers) => _compare.Of(papers, [], CancellationToken.None);
}
