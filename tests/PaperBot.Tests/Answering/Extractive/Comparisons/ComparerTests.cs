using FsCheck.Xunit;
using PaperBot.Answering.Extractive.Comparisons;

namespace PaperBot.Tests.Answering.Extractive.Comparisons;

public class ComparerTests
{
    [Fact]
    public void Compare_NoAspectsNamed_HasTheUsualRows()
    {
        var comparison = Comparer.Compare([OwnPapers.Cache, OwnPapers.Index], []);

        Assert.Equal(["problem", "approach", "data", "results", "limits"], comparison.Rows.Select(row => row.Aspect));
        Assert.All(comparison.Rows, row => Assert.Equal([OwnPapers.Cache.Key, OwnPapers.Index.Key], row.Cells.Select(cell => cell.Paper)));
        Assert.NotNull(comparison.Rows[4].Cells[0].Quote);
        Assert.Null(comparison.Rows[4].Cells[1].Quote);
    }

    [Theory]
    [InlineData("memory", "waste memory on cheap ones.", "48 bytes of memory")]
    [InlineData("speed", null, "20 times faster")]
    [InlineData("limitations", "limited to a single machine", null)]
    [InlineData("training cost", null, null)]
    [InlineData("dataset", null, null)]
    [InlineData("???", null, null)]
    public void Compare_AspectNamed_QuotesTheSentenceThatStatesIt(string aspect, string? first, string? second)
    {
        var row = Assert.Single(Comparer.Compare([OwnPapers.Cache, OwnPapers.Index], [aspect]).Rows);

        Assert.Equal(aspect, row.Aspect);
        foreach (var (expected, cell) in new[] { first, second }.Zip(row.Cells))
        {
            if (expected is null)
                Assert.Null(cell.Quote);
            else
                Assert.Contains(expected, cell.Quote, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Compare_WordsInBothAbstracts_AreShared()
    {
        var shared = Comparer.Compare([OwnPapers.Cache, OwnPapers.Index], []).Shared;

        Assert.Contains("Both mention WikiQuery.", shared);
        Assert.Contains("Both mention sentence embeddings.", shared);
        Assert.Contains("Both state figures.", shared);
    }

    [Fact]
    public void Compare_WordsOfOneAbstract_AreDifferences()
    {
        var differ = Comparer.Compare([OwnPapers.Cache, OwnPapers.Index], []).Differ;

        Assert.Contains("Only *Frugal Caches for Sentence Embeddings* mentions FrugalCache, SearchLog and LRU.", differ);
        Assert.Contains("Only *Sign Codes as an Index for Small Libraries* mentions SignIndex.", differ);
        Assert.Contains("*Sign Codes as an Index for Small Libraries* states 99% and 20 times.", differ);
        Assert.Contains("Only *Frugal Caches for Sentence Embeddings* states limits.", differ);
    }

    [Fact]
    public void Compare_PaperWithoutAbstract_SaysSoAndQuotesNothing()
    {
        var comparison = Comparer.Compare([OwnPapers.Cache, OwnPapers.Index, OwnPapers.Without], ["results", "memory"]);

        Assert.All(comparison.Rows, row => Assert.Null(row.Cells[2].Quote));
        Assert.Empty(comparison.Shared);
        Assert.Contains(comparison.Differ, sentence => sentence.EndsWith("have an abstract.", StringComparison.Ordinal));
    }

    [Fact]
    public void Compare_ThreePapers_SaysAllThree() =>
        Assert.Contains("All three mention WikiQuery.", Comparer.Compare([OwnPapers.Cache, OwnPapers.Index, OwnPapers.Index], []).Shared);

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(7)]
    public void Compare_TooFewOrTooManyPapers_Throws(int count) =>
        Assert.Throws<ArgumentException>(() => Comparer.Compare([.. Enumerable.Repeat(OwnPapers.Cache, count)], []));

    [Property]
    public bool Compare_AnyTexts_QuotesThemLetterByLetter(string? first, string? second, string? aspect)
    {
        var papers = new[] { OwnPapers.Of("a", "A", first ?? ""), OwnPapers.Of("b", "B", (second ?? "") + ". We show 5% gains.") };
        var comparison = Comparer.Compare(papers, [aspect ?? "data", "results"]);

        return comparison.Rows.All(row => row.Cells.Zip(papers)
            .All(pair => pair.First.Quote is null || pair.Second.Abstract.Contains(pair.First.Quote, StringComparison.Ordinal)));
    }
}
