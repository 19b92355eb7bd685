using PaperBot.Digests.Subscriptions;
using PaperBot.Papers;

namespace PaperBot.Tests.Digests.Ranking;

public sealed class TrendingSelectionTests
{
    private static readonly DateOnly Today = DateOnly.FromDateTime(DigestRooms.Day.UtcDateTime);

    [Fact]
    public async Task Select_FeaturedDay_ComesInTheOrderOfItsVotes()
    {
        using var rooms = await DigestRooms.OpenAsync(
            null, Featured(FarmPapers.Sheep, 5), Featured(FarmPapers.Cows, 41), Featured(FarmPapers.Pigs, 12), FarmPapers.Wheat,
            Featured(FarmPapers.Barley, 99, Today.AddDays(-1)));

        var draft = await rooms.SelectAsync(rooms.Subscribe(Interest.None));

        Assert.Equal([FarmPapers.Cows.Key, FarmPapers.Pigs.Key, FarmPapers.Sheep.Key], draft.Items.Select(item => item.Paper.Key));
        Assert.Equal("41 votes on Hugging Face; featured on 1 June", draft.Items[0].Why);
        Assert.Equal(draft.Items.OrderByDescending(item => item.Score), draft.Items);
    }

    [Fact]
    public async Task Select_PaperOfAnEarlierDigest_NeverComesAgain()
    {
        using var rooms = await DigestRooms.OpenAsync(null, Featured(FarmPapers.Sheep, 5), Featured(FarmPapers.Cows, 41));
        var subscription = rooms.Subscribe(Interest.None);
        rooms.Show(subscription, FarmPapers.Cows.Key);

        Assert.Equal([FarmPapers.Sheep.Key.Value], await rooms.KeysAsync(subscription));
    }

    [Fact]
    public async Task Select_WithdrawnPaper_IsLeftOut()
    {
        using var rooms = await DigestRooms.OpenAsync(null, Featured(FarmPapers.Sheep, 5), Featured(FarmPapers.Cows, 41) with { Withdrawn = true });

        Assert.Equal([FarmPapers.Sheep.Key.Value], await rooms.KeysAsync(rooms.Subscribe(Interest.None)));
    }

    [Fact]
    public async Task Select_SavedPage_ComesInItsOrder()
    {
        Paper[] page = [FarmPapers.Wheat with { Source = "trending" }, FarmPapers.Cows with { Source = "trending" }, FarmPapers.Barley with { Source = "trending" }];
        using var rooms = await DigestRooms.OpenAsync(null, page);

        var draft = await rooms.SelectAsync(rooms.Subscribe(Interest.None, most: 2));

        Assert.Equal([FarmPapers.Wheat.Key, FarmPapers.Cows.Key], draft.Items.Select(item => item.Paper.Key));
        Assert.All(draft.Items, item => Assert.Equal("on the trending page", item.Why));
        Assert.Equal(3, draft.Candidates);
    }

    [Fact]
    public async Task Select_NothingFeaturedLately_BringsNothing()
    {
        using var rooms = await DigestRooms.OpenAsync(null, Featured(FarmPapers.Sheep, 5), FarmPapers.Wheat);

        Assert.Empty(await rooms.KeysAsync(rooms.Subscribe(Interest.None), day: 9));
    }

    private static Paper Featured(Paper paper, int votes, DateOnly? day = null) =>
        paper with { Source = "huggingface", Signals = new() { Upvotes = votes, FeaturedOn = day ?? Today, Tldr = "Not ours." } };
}
