using FsCheck;
using FsCheck.Xunit;
using PaperBot.Ingestion.Sources;

namespace PaperBot.Tests.Ingestion.Sources;

public class TrendingPageSourceTests
{
    private const string First =
        "Sorting is slow when nobody sees what is sorted. We present a lantern that lights every second comparison and show that it halves the time on three sets of cards, " +
        "while the dark stays as dark as it was before. Ablations show that the lantern matters more than the hand that holds it, and a survey of seven sorters agrees with that finding. " +
        "We release the lantern, the cards, and the hand.";

    private const string Second =
        "Lanterns burn out. This work asks whether a sorter can learn from a lantern that burns no longer, and answers that it can where the cards are few and marked. " +
        "Theory explains why: the marks carry one bit each, and a bit is all that a comparison needs. Experiments with worn cards confirm the bound within 2.5% over ten repetitions of the game.";

    private readonly TrendingPageSource _source = new();

    [Fact]
    public async Task Read_PageAsCopied_PairsTitlesAndAbstracts()
    {
        var records = await _source.ReadAsync(
            $"new\n\nGet trending papers by carrier pigeon!\n\nSubscribe\n\nbyAK and all the pigeons\n\nMar 20\n\nLanterns for Sorting\n\n{First}\n\nMerge, Then Rest: After the Lantern\n\n{Second}");
        Assert.Equal(["Lanterns for Sorting", "Merge, Then Rest: After the Lantern"], records.Select(record => record.Paper!.Title));
        Assert.Equal([First, Second], records.Select(record => record.Paper!.Abstract));
        Assert.Equal([11, 15], records.Select(record => record.Line));
        Assert.All(records, record => Assert.Equal("trending", record.Paper!.Source));
        Assert.All(records, record => Assert.StartsWith("local:", record.Paper!.Key.Value, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Read_PageWithFurniture_LeavesItOut()
    {
        var records = await _source.ReadAsync(
            $"""
            Trending Papers
            Submitted by
            jdoe
            123
            Lanterns for Sorting
            Jane Doe, John Roe, M. van der Moe
            {First}
            ·3 authors
            ·
            Published on Mar 20, 2025
            Upvote 12
            ★ 1.2k
            GitHub 345
            https://arxiv.org/abs/2503.00001
            arXiv Page
            Submitted by Jane
            1.4k
            -
            2 days ago

            After the Lantern
            {Second}
            Upvote
            8
            Load more
            """);
        Assert.Equal(["Lanterns for Sorting", "After the Lantern"], records.Select(record => record.Paper!.Title));
        Assert.Equal("2025-03-20", records[0].Paper!.Published.ToString());
        Assert.Equal("arxiv:2503.00001", records[0].Paper!.Key.Value);
        Assert.Equal(5, records[0].Line);
        Assert.Null(records[1].Paper!.Published);
    }

    [Fact]
    public async Task Read_AbstractInTwoParagraphs_IsOne()
    {
        var records = await _source.ReadAsync($"Lanterns for Sorting\n\n{First}\n\n{Second}\n");
        Assert.Equal($"{First} {Second}", Assert.Single(records).Paper!.Abstract);
    }

    [Fact]
    public async Task Read_AbstractWithoutTitle_IsRejected()
    {
        var records = await _source.ReadAsync($"Trending Papers\n\n{First}\n\nAfter the Lantern\n\n{Second}\n");
        Assert.Equal(3, records[0].Rejection!.Line);
        Assert.Equal("After the Lantern", records[1].Paper!.Title);
    }

    [Fact]
    public void IsTrendingPage_TellsPagesFromProse()
    {
        Assert.True(TrendingPageSource.IsTrendingPage($"Subscribe\nUpvote 3\n\nLanterns for Sorting\n\n{First}"));
        Assert.True(TrendingPageSource.IsTrendingPage($"Lanterns for Sorting\n\n{First}\n\nAfter the Lantern\n\n{Second}"));
        Assert.False(TrendingPageSource.IsTrendingPage($"Dear Jane,\nsee below.\n\nYours\n\n{First}"));
        Assert.False(TrendingPageSource.IsTrendingPage("eggs\nmilk\n"));
        Assert.False(TrendingPageSource.IsTrendingPage(First));
    }

    [Theory]
    [InlineData("Pointer Lanterns")]
    [InlineData("SAT Solving with 3 Lanterns")]
    [InlineData("See More, Sort Less")]
    [InlineData("May Lanterns Burn?")]
    [InlineData("Read the Room")]
    [InlineData("N2N Sorting: Card to Card")]
    [InlineData("Lanterns, a Light for Every Card")]
    [InlineData("Code of the Dark")]
    public void Classify_TitleThatLooksOdd_IsATitle(string line) => Assert.Equal(TrendingLineKind.Title, TrendingLine.Classify(line));

    [Theory]
    [InlineData("123")]
    [InlineData("1.2k")]
    [InlineData("Upvote 12")]
    [InlineData("Mar 20")]
    [InlineData("Mar 20, 2025")]
    [InlineData("·3 authors")]
    [InlineData("10 authors")]
    [InlineData("Submitted by jdoe")]
    [InlineData("★ 1.2k")]
    [InlineData("GitHub 345")]
    [InlineData("Published on Aug 5, 2025")]
    [InlineData("3 days ago")]
    [InlineData("Daily Papers")]
    [InlineData("#1 Paper of the day")]
    public void Classify_Furniture_IsFurniture(string line) => Assert.Equal(TrendingLineKind.Furniture, TrendingLine.Classify(line));

    [Property]
    public bool Read_AnyText_IsSound(NonNull<string> text) =>
        SourceReading.AreSound(_source.ReadAsync(text.Get).GetAwaiter().GetResult()) && (TrendingPageSource.IsTrendingPage(text.Get) || true);

    [Property(MaxTest = 200)]
    public bool Read_AnyOrderOfLines_IsSound(NonEmptyArray<byte> picks)
    {
        string[] lines = [First, Second, "Lanterns for Sorting", "After the Lantern", "123", "Submitted by", "jdoe", "", "Jane Doe, John Roe", "Published on Mar 20, 2025", "https://arxiv.org/abs/2503.00001", new string('x', 1200)];
        return SourceReading.AreSound(_source.ReadAsync(string.Join('\n', picks.Get.Select(pick => lines[pick % lines.Length]))).GetAwaiter().GetResult());
    }
}
