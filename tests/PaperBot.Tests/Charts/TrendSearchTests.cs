using PaperBot.Charts;
using PaperBot.Charts.Trends;
using PaperBot.Papers;
using PaperBot.Retrieval;
using PaperBot.Tests.Retrieval;

namespace PaperBot.Tests.Charts;

[Collection(ChartTests.Name)]
public sealed class TrendSearchTests(ChartLibrary library)
{
    [Fact]
    public async Task Of_Topic_CountsItsPapersMonthByMonthWithoutGaps()
    {
        var trend = await FoundAsync("fireflies");

        Assert.Equal(TrendStep.Month, trend.Step);
        Assert.Equal([2, 1, 0, 0, 2], trend.Points.Select(point => point.Count));
        Assert.Equal(new DateOnly(2022, 1, 1), trend.Points[0].First);
        Assert.Equal((7, 19L), (trend.About, trend.Library));
    }

    [Fact]
    public async Task Of_PapersWithoutAMonth_AreToldAndInNoBar()
    {
        var trend = await FoundAsync("fireflies");

        Assert.Equal((1, 1), (trend.YearOnly, trend.Undated));
        Assert.Equal("1 more has a year but no month, 1 has no date; they are not shown.", TrendText.Note(trend));
    }

    [Fact]
    public async Task Of_OldTopic_EndsWithTheMonthsThatHaveNone()
    {
        var trend = await FoundAsync("bread");

        Assert.Equal(6, trend.About);
        Assert.Equal((new DateOnly(2022, 5, 1), 0), (trend.Points[^1].First, trend.Points[^1].Count));
        Assert.Contains("The last month, May 2022, has none.", TrendText.Figures(trend), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Of_SeveralTopics_CountsAPaperOnce()
    {
        var trend = Assert.IsType<TrendOutcome.Found>(
            await library.Get<TrendSearch>().OfAsync(["fireflies", "flashing fireflies", "bread"], SearchFilter.None, CancellationToken.None)).Trend;

        Assert.Equal(13, trend.About);
    }

    [Fact]
    public async Task Of_Scope_CountsNoOtherPapers()
    {
        var few = Assert.IsType<TrendOutcome.TooFew>(
            await library.Get<TrendSearch>().OfAsync(["fireflies"], new SearchFilter { Categories = ["cs.CV"] }, CancellationToken.None));

        Assert.Equal((2, 3L), (few.About, few.Library));
        Assert.Equal("Only 2 of 3 papers are about “fireflies”; a trend takes 5.", TrendText.TooFew(few));
    }

    [Fact]
    public async Task Of_UnknownTopic_IsASentence()
    {
        var few = Assert.IsType<TrendOutcome.TooFew>(await library.Get<TrendSearch>().OfAsync(["quantum gravity"], SearchFilter.None, CancellationToken.None));

        Assert.Equal("None of 19 papers is about “quantum gravity”, so there is no trend; try other words.", TrendText.TooFew(few));
    }

    [Fact]
    public async Task Of_NoModel_GoesByTheWords()
    {
        using var rooms = new LibraryRooms();
        rooms.Get<PaperStore>().Store(ChartLibrary.Papers);

        var trend = Assert.IsType<TrendOutcome.Found>(await rooms.Get<TrendSearch>().OfAsync(["ferry"], SearchFilter.None, CancellationToken.None)).Trend;

        Assert.Equal(6, trend.About);
    }

    [Fact]
    public async Task Of_YearsOnly_CountsYears()
    {
        using var rooms = new LibraryRooms();
        rooms.Get<PaperStore>().Store([.. Enumerable.Range(0, 6).Select(i => new Paper
        {
            Key = new PaperKey($"local:kelp-{i}"), Title = $"Kelp, part {i}", Published = new PublicationDate(2015 + i / 2 * 2), Source = "test",
        })]);

        var trend = Assert.IsType<TrendOutcome.Found>(await rooms.Get<TrendSearch>().OfAsync(["kelp"], SearchFilter.None, CancellationToken.None)).Trend;

        Assert.Equal((TrendStep.Year, 0), (trend.Step, trend.YearOnly));
        Assert.Equal([2, 0, 2, 0, 2], trend.Points.Select(point => point.Count));
    }

    [Theory]
    [InlineData("arxiv:2111.08566", "", "2021-11-01")]
    [InlineData("arxiv:2111.08566", "2021", "2021-11-01")]
    [InlineData("arxiv:cs/9301113", "1993", "1993-01-01")]
    [InlineData("arxiv:2111.08566", "2023", null)]
    [InlineData("arxiv:2111.08566", "2022-02-01", "2022-02-01")]
    [InlineData("doi:10.1000/182", "2021", null)]
    [InlineData("local:x", "", null)]
    public void Month_IsThatOfTheDateOrOfTheIdentifier(string key, string published, string? month)
    {
        var paper = new Paper
        {
            Key = new PaperKey(key),
            Title = "x",
            Source = "test",
            Published = PublicationDate.TryParse(published, out var date) ? date : null,
        };

        Assert.Equal(month is null ? null : DateOnly.ParseExact(month, "yyyy-MM-dd"), TrendSearch.Month(paper));
    }

    [Fact]
    public async Task TopicCharts_FewPapersOrNoTopics_AreNoPicture()
    {
        var charts = library.Get<TopicCharts>();

        Assert.Null(await charts.TrendAsync([], SearchFilter.None, CancellationToken.None));
        Assert.Null(await charts.TrendAsync(["quantum gravity"], SearchFilter.None, CancellationToken.None));
        Assert.StartsWith("Bar chart of papers a month", (await charts.TrendAsync(["fireflies", " "], SearchFilter.None, CancellationToken.None))?.AltText, StringComparison.Ordinal);
    }

    private async Task<Trend> FoundAsync(string topic) =>
        Assert.IsType<TrendOutcome.Found>(await library.Get<TrendSearch>().OfAsync([topic], SearchFilter.None, CancellationToken.None)).Trend;
}
