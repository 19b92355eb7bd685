using PaperBot.Answering;
using PaperBot.Papers;
using PaperBot.Tests.Retrieval;

namespace PaperBot.Tests.Answering;

[Collection(SmallLibraryTests.Name)]
public sealed class CompareTests(SmallLibrary library)
{
    private readonly Compare _compare = library.Rooms.Get<Compare>();

    [Fact]
    public async Task Of_TwoPapers_SetsThemSideBySide()
    {
        var outcome = await _compare.OfAsync([InventedPapers.Pebbles, InventedPapers.Fireflies], ["memory"], "", CancellationToken.None);

        var row = Assert.Single(Assert.IsType<CompareOutcome.Compared>(outcome).Comparison.Rows);
        Assert.Equal("memory", row.Aspect);
    }

    [Fact]
    public async Task Of_OnePaper_IsTooFew() => Assert.Equal(new CompareOutcome.TooFew(1), await OfAsync([InventedPapers.Pebbles]));

    [Fact]
    public async Task Of_SevenPapers_AreTooMany() =>
        Assert.Equal(new CompareOutcome.TooMany(7), await OfAsync([.. InventedPapers.All.Take(7)]));

    [Fact]
    public async Task Of_OnePaperTwice_SaysWhich() =>
        Assert.Equal(
            InventedPapers.Pebbles.Key, Assert.IsType<CompareOutcome.NamedTwice>(await OfAsync([InventedPapers.Pebbles, InventedPapers.Pebbles])).Paper.Key);

    [Fact]
    public void ReadAspects_WithCommas_AreSeveral() =>
        Assert.Equal(["memory", "training cost", "data"], Compare.ReadAspects("memory, training cost,", " data "));

    private Task<CompareOutcome> OfAsync(IReadOnlyList<Paper> papers) => _compare.OfAsync(papers, [], "", CancellationToken.None);
}
