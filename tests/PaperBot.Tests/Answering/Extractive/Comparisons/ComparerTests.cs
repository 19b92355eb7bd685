using FsCheck.Xunit;
using PaperBot.Answering.Extractive.Comparisons;
using PaperBot.Papers;

namespace PaperBot.Tests.Answering.Extractive.Comparisons;

public class ComparerTests
{
    private static readonly Paper Memory = OwnPapers.Of("memory", "Stocks by Memory", "We propose an LSTM for the NIFTY 50. It is 3% better than the baselines.");

    private static readonly Paper Sight = OwnPapers.Of(
        "sight", "Stocks by Sight", "We propose a CNN for the SSE Composite Index. It beats the baselines by 20% on ImageNet. The analysis is restricted to weekdays.");

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
    [InlineData("memory", null, "48 bytes of memory")]
    [InlineData("speed", null, "20 times faster")]
    [InlineData("accuracy", null, null)]
    [InlineData("sentence embeddings", "a cache for sentence embeddings", "keeps sentence embeddings as sign codes")]
    [InlineData("limitations", "limited to a single machine", null)]
    [InlineData("training cost", null, null)]
    [InlineData("dataset", "two query logs", null)]
    [InlineData("code", null, null)]
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

    [Theory]
    [InlineData("Resistive memory computes in place.", "memory")]
    [InlineData("The net has long short-term memory (LSTM) cells.", "memory")]
    [InlineData("The net minimizes a cost function of the training labels.", "training cost")]
    [InlineData("The net follows the time series.", "training time")]
    [InlineData("The net has expressive power.", "energy")]
    [InlineData("Training is old and widely taught in many schools by people who like a low cost.", "training cost")]
    public void Compare_WordsOfTheAspectInAnotherSense_AreNotQuoted(string sentence, string aspect) =>
        Assert.Null(Comparer.Compare([OwnPapers.Of("a", "A", "We propose a net. " + sentence), OwnPapers.Index], [aspect]).Rows[0].Cells[0].Quote);

    [Fact]
    public void Compare_SentenceOfTheTldr_MayBeTheApproach() =>
        Assert.StartsWith("In this paper, we propose FrugalCache", Comparer.Compare([OwnPapers.Cache, OwnPapers.Index], []).Rows[1].Cells[0].Quote, StringComparison.Ordinal);

    [Fact]
    public void Compare_WordsInBothAbstracts_AreShared() =>
        Assert.Equal(["Both mention sentence embeddings and WikiQuery."], Comparer.Compare([OwnPapers.Cache, OwnPapers.Index], []).Shared);

    [Fact]
    public void Compare_DataMethodsAndFigures_AreDifferencesWithTheirWords() =>
        Assert.Equal(
            [
                "Data: *Stocks by Memory* names NIFTY 50; *Stocks by Sight* names SSE Composite Index and ImageNet.",
                "Kind of method: *Stocks by Memory* names LSTM; *Stocks by Sight* names CNN.",
                "Figures: *Stocks by Memory* reports “It is 3% better than the baselines”; *Stocks by Sight* reports “It beats the baselines by 20% on ImageNet”.",
                "Only *Stocks by Sight* states limits.",
            ],
            Comparer.Compare([Memory, Sight], []).Differ);

    [Fact]
    public void Compare_FigureOfAPaper_StandsInItsClause() =>
        Assert.All(
            Comparer.Compare([OwnPapers.Cache, OwnPapers.Index], []).Differ.SelectMany(line => line.Split('“', '”').Where((_, i) => i % 2 == 1)),
            quote => Assert.True(OwnPapers.Cache.Abstract.Contains(quote, StringComparison.Ordinal) || OwnPapers.Index.Abstract.Contains(quote, StringComparison.Ordinal)));

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
        Assert.StartsWith("All three mention sentence embeddings", Comparer.Compare([OwnPapers.Cache, OwnPapers.Index, OwnPapers.Index], []).Shared[0], StringComparison.Ordinal);

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(7)]
    public void Compare_TooFewOrTooManyPapers_Throws(int count) =>
        Assert.Throws<ArgumentException>(() => Comparer.Compare([.. Enumerable.Repeat(OwnPapers.Cache, count)], []));

    [Theory]
    [MemberData(nameof(HostileTexts.All), MemberType = typeof(HostileTexts), DisableDiscoveryEnumeration = true)]
    public void Compare_HostileTexts_QuotesThemLetterByLetter(string text)
    {
        var papers = Enumerable.Range(0, Comparer.MostPapers).Select(i => OwnPapers.Of($"hostile{i}", text[..Math.Min(text.Length, 1_000)], text)).ToList();
        var comparison = Comparer.Compare(papers, [.. Comparer.UsualAspects, "training cost", "code"]);

        Assert.All(comparison.Rows.SelectMany(row => row.Cells), cell => Assert.True(cell.Quote is null || text.Contains(cell.Quote, StringComparison.Ordinal)));
    }

    [Fact]
    public void Compare_Cancelled_Throws() =>
        Assert.ThrowsAny<OperationCanceledException>(() => Comparer.Compare([OwnPapers.Cache, OwnPapers.Index], [], new CancellationToken(canceled: true)));

    [Property]
    public bool Compare_AnyTexts_QuotesThemLetterByLetter(string? first, string? second, string? aspect)
    {
        var papers = new[] { OwnPapers.Of("a", "A", first ?? ""), OwnPapers.Of("b", "B", (second ?? "") + ". We show 5% gains.") };
        var comparison = Comparer.Compare(papers, [aspect ?? "data", "results"]);

        return comparison.Rows.All(row => row.Cells.Zip(papers)
            .All(pair => pair.First.Quote is null || pair.Second.Abstract.Contains(pair.First.Quote, StringComparison.Ordinal)));
    }
}
