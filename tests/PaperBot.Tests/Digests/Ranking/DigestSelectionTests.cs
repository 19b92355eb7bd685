using PaperBot.Digests.Feedback;
using PaperBot.Digests.Ranking;
using PaperBot.Digests.Subscriptions;
using PaperBot.Papers;
using PaperBot.Tests.Retrieval;

namespace PaperBot.Tests.Digests.Ranking;

[Collection(SmallLibraryTests.Name)]
public sealed class DigestSelectionTests(SmallLibrary library)
{
    private static readonly Interest Farms = DigestRooms.Topics("machine learning on farms");

    private static Paper[] Invented => [.. InventedPapers.All];

    [Theory]
    [InlineData("counting insects at night", "arxiv:2206.01001")]
    [InlineData("recovering from disruptions in ferry and ship timetables", "arxiv:2402.01007")]
    [InlineData("nearest neighbour search", "arxiv:2303.01004")]
    public async Task Select_Topic_BringsItsPaperAndNoOther(string topic, string paper)
    {
        using var rooms = await DigestRooms.OpenAsync(library, Invented);

        var draft = await rooms.SelectAsync(rooms.Subscribe(DigestRooms.Topics(topic)));

        var item = Assert.Single(draft.Items);
        Assert.Equal(paper, item.Paper.Key.Value);
        Assert.Equal($"matches “{topic}”", item.Why);
        Assert.InRange(item.Score, DigestSelection.UsualMinimum, 1);
        Assert.Contains(item.Tldr, item.Paper.Abstract, StringComparison.OrdinalIgnoreCase);
        Assert.Equal(Invented.Length, draft.Candidates);
    }

    [Theory]
    [InlineData("Roman coins")]
    [InlineData("tax law of small companies")]
    [InlineData("galaxy clusters")]
    public async Task Select_NothingOnTheTopic_BringsNothing(string topic)
    {
        using var rooms = await DigestRooms.OpenAsync(library, Invented);

        var draft = await rooms.SelectAsync(rooms.Subscribe(DigestRooms.Topics(topic)));

        Assert.Empty(draft.Items);
        Assert.Equal(Invented.Length, draft.Candidates);
    }

    [Fact]
    public async Task Select_Author_BringsAllThatTheyWroteHoweverTheyAreNamed()
    {
        using var rooms = await DigestRooms.OpenAsync(library, Invented);

        var draft = await rooms.SelectAsync(rooms.Subscribe(Interest.None with { Authors = ["M. Quill"] }));

        Assert.Equal(["arxiv:2109.01003", "arxiv:2206.01001"], draft.Items.Select(item => item.Paper.Key.Value).Order());
        Assert.All(draft.Items, item => Assert.Equal("by Mara Quill", item.Why));
    }

    [Fact]
    public async Task Select_Category_BringsItsPapersOnly()
    {
        using var rooms = await DigestRooms.OpenAsync(library, Invented);

        var draft = await rooms.SelectAsync(rooms.Subscribe(Interest.None with { Categories = ["q-bio", "cs.RO"] }));

        Assert.Equal(["arxiv:2010.01012", "arxiv:2112.01010"], draft.Items.Select(item => item.Paper.Key.Value).Order());
        Assert.Equal(["new in cs.RO", "new in q-bio.PE"], draft.Items.Select(item => item.Why).Order());
        Assert.Equal(2, draft.Candidates);
    }

    [Fact]
    public async Task Select_Seeds_BringsWhatIsLikeThemButNotThem()
    {
        using var rooms = await DigestRooms.OpenAsync(library, [.. Invented, FarmPapers.Wheat, FarmPapers.Barley, FarmPapers.WheatRust]);

        var draft = await rooms.SelectAsync(rooms.Subscribe(Interest.None with { Seeds = [FarmPapers.Barley.Key] }));

        Assert.Contains(FarmPapers.WheatRust.Key, draft.Items.Select(item => item.Paper.Key));
        Assert.All(draft.Items, item => Assert.Equal("close to “Detecting Rust on Barley Leaves”", item.Why));
        Assert.Subset(
            new HashSet<PaperKey> { FarmPapers.Wheat.Key, FarmPapers.WheatRust.Key }, draft.Items.Select(item => item.Paper.Key).ToHashSet());
    }

    [Fact]
    public async Task Select_PaperOfAnEarlierDigest_NeverComesAgain()
    {
        using var rooms = await DigestRooms.OpenAsync(library, FarmPapers.Sheep, FarmPapers.Cows);
        var subscription = rooms.Subscribe(Farms, minimum: 0);
        rooms.Show(subscription, FarmPapers.Sheep.Key);

        Assert.Equal([FarmPapers.Cows.Key.Value], await rooms.KeysAsync(subscription));
        Assert.Equal(2, (await rooms.KeysAsync(rooms.Subscribe(Farms, minimum: 0))).Length);
    }

    [Fact]
    public async Task Select_PaperThatWasShownUnderAnotherKey_NeverComesAgain()
    {
        var published = FarmPapers.Sheep with { Key = PaperKey.Doi("10.1234/sheep"), Doi = "10.1234/sheep", Categories = [], Source = "crossref" };
        using var rooms = await DigestRooms.OpenAsync(library, published, FarmPapers.Cows);
        var subscription = rooms.Subscribe(Farms, minimum: 0);
        rooms.Show(subscription, published.Key);
        // The paper takes the number that arXiv gave it, and its old key leads to it.
        await rooms.BringAsync(0, FarmPapers.Sheep with { Doi = "10.1234/sheep" });

        Assert.Equal([FarmPapers.Cows.Key.Value], await rooms.KeysAsync(subscription));
    }

    [Fact]
    public async Task Select_PaperThatTookInAnOlderOne_IsNoNews()
    {
        using var rooms = await DigestRooms.OpenAsync(library, FarmPapers.Cows);
        var old = FarmPapers.Sheep with { Key = PaperKey.Doi("10.1234/sheep"), Title = "Sheep Counted from Drones", Source = "crossref" };
        await rooms.BringAsync(-9, old);
        await rooms.BringAsync(0, FarmPapers.Sheep);
        // This record is the first to say that they are one.
        await rooms.BringAsync(0, FarmPapers.Sheep with { Doi = "10.1234/sheep" });

        Assert.Equal([FarmPapers.Cows.Key.Value], await rooms.KeysAsync(rooms.Subscribe(Farms, minimum: 0)));
    }

    [Fact]
    public async Task Select_OtherDays_AreLeftOut()
    {
        using var rooms = await DigestRooms.OpenAsync(library, FarmPapers.Sheep);
        await rooms.BringAsync(1, FarmPapers.Cows);
        var subscription = rooms.Subscribe(Farms, minimum: 0);

        Assert.Equal([FarmPapers.Sheep.Key.Value], await rooms.KeysAsync(subscription));
        Assert.Equal([FarmPapers.Cows.Key.Value], await rooms.KeysAsync(subscription, day: 1));
        Assert.Empty(await rooms.KeysAsync(subscription, day: 2));
    }

    [Fact]
    public async Task Select_WithdrawnPaper_IsLeftOut()
    {
        using var rooms = await DigestRooms.OpenAsync(library, FarmPapers.Sheep, FarmPapers.Cows);
        var subscription = rooms.Subscribe(Farms, minimum: 0);
        Assert.Equal(2, (await rooms.KeysAsync(subscription)).Length);
        await rooms.BringAsync(0, FarmPapers.Sheep with { Withdrawn = true });

        Assert.Equal([FarmPapers.Cows.Key.Value], await rooms.KeysAsync(subscription));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Select_AfterVotes_LiftsWhatIsLikeTheLikedAndLowersTheRest(bool likesAnimals)
    {
        using var rooms = await DigestRooms.OpenAsync(library, FarmPapers.Sheep, FarmPapers.Cows, FarmPapers.Wheat, FarmPapers.Barley);
        await rooms.BringAsync(1, FarmPapers.Pigs, FarmPapers.Lettuce);
        var subscription = rooms.Subscribe(Farms, minimum: 0);
        var before = (await rooms.SelectAsync(subscription, day: 1)).Items.ToDictionary(item => item.Paper.Key, item => item.Score);
        rooms.Show(subscription, FarmPapers.Sheep.Key, FarmPapers.Cows.Key, FarmPapers.Wheat.Key, FarmPapers.Barley.Key);
        foreach (var animal in new[] { FarmPapers.Sheep, FarmPapers.Cows })
            rooms.Verdicts.Give(subscription.Id, "U1", animal.Key, likesAnimals ? Verdict.ThumbsUp : Verdict.ThumbsDown);
        foreach (var plant in new[] { FarmPapers.Wheat, FarmPapers.Barley })
            rooms.Verdicts.Give(subscription.Id, "U1", plant.Key, likesAnimals ? Verdict.ThumbsDown : Verdict.ThumbsUp);

        var after = (await rooms.SelectAsync(subscription, day: 1)).Items.ToDictionary(item => item.Paper.Key);

        var (liked, disliked) = likesAnimals ? (FarmPapers.Pigs, FarmPapers.Lettuce) : (FarmPapers.Lettuce, FarmPapers.Pigs);
        Assert.True(after[liked.Key].Score > before[liked.Key], $"{after[liked.Key].Score} is no more than {before[liked.Key]}");
        Assert.True(after[disliked.Key].Score < before[disliked.Key], $"{after[disliked.Key].Score} is no less than {before[disliked.Key]}");
        Assert.DoesNotContain("liked here", after[disliked.Key].Why, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Select_LikedPaperOfARareCategory_LiftsOthersOfItAndSaysSo()
    {
        static Paper Filed(Paper paper, params string[] categories) => paper with { Categories = categories };
        using var rooms = await DigestRooms.OpenAsync(null, Filed(FarmPapers.Sheep, "cs.CV", "q-bio.QM"), FarmPapers.Wheat);
        await rooms.BringAsync(1, Filed(FarmPapers.Pigs, "cs.CV", "q-bio.QM"), FarmPapers.Lettuce);
        var subscription = rooms.Subscribe(Farms, minimum: 0);
        var before = (await rooms.SelectAsync(subscription, day: 1)).Items.ToDictionary(item => item.Paper.Key, item => item.Score);
        rooms.Verdicts.Give(subscription.Id, "U1", FarmPapers.Sheep.Key, Verdict.ThumbsUp);
        rooms.Verdicts.Give(subscription.Id, "U1", FarmPapers.Wheat.Key, Verdict.ThumbsDown);

        var after = (await rooms.SelectAsync(subscription, day: 1)).Items.ToDictionary(item => item.Paper.Key);

        Assert.True(after[FarmPapers.Pigs.Key].Score > before[FarmPapers.Pigs.Key]);
        Assert.True(after[FarmPapers.Lettuce.Key].Score < before[FarmPapers.Lettuce.Key]);
        Assert.Contains("in q-bio.QM, as papers that were liked here", after[FarmPapers.Pigs.Key].Why, StringComparison.Ordinal);
        Assert.DoesNotContain("liked here", after[FarmPapers.Lettuce.Key].Why, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Select_VoteTakenBack_LeavesNoTrace()
    {
        using var rooms = await DigestRooms.OpenAsync(library, FarmPapers.Sheep);
        await rooms.BringAsync(1, FarmPapers.Pigs, FarmPapers.Lettuce);
        var subscription = rooms.Subscribe(Farms, minimum: 0);
        var before = await rooms.SelectAsync(subscription, day: 1);
        rooms.Verdicts.Give(subscription.Id, "U1", FarmPapers.Sheep.Key, Verdict.ThumbsDown);
        var between = await rooms.SelectAsync(subscription, day: 1);
        rooms.Verdicts.TakeBack(subscription.Id, "U1", FarmPapers.Sheep.Key, Verdict.ThumbsDown);

        var after = await rooms.SelectAsync(subscription, day: 1);

        Assert.NotEqual(Scores(before), Scores(between));
        Assert.Equal(Scores(before), Scores(after));
    }

    [Fact]
    public async Task Select_Again_IsTheSameToTheLastDigit()
    {
        using var rooms = await DigestRooms.OpenAsync(library, [.. Invented, FarmPapers.Sheep, FarmPapers.Wheat, FarmPapers.Pigs]);
        var subscription = rooms.Subscribe(Farms, minimum: 0);
        rooms.Verdicts.Give(subscription.Id, "U1", FarmPapers.Sheep.Key, Verdict.ThumbsUp);
        rooms.Verdicts.Give(subscription.Id, "U2", FarmPapers.Wheat.Key, Verdict.AskedAbout);

        Assert.Equal(Scores(await rooms.SelectAsync(subscription)), Scores(await rooms.SelectAsync(subscription)));
    }

    [Fact]
    public async Task Select_Votes_LiftAPaperAndAreNamed()
    {
        var voted = FarmPapers.Cows with { Source = "huggingface", Signals = new() { Upvotes = 1_412 } };
        using var rooms = await DigestRooms.OpenAsync(library, FarmPapers.Sheep, voted);
        var item = (await rooms.SelectAsync(rooms.Subscribe(Farms, minimum: 0))).Items.Single(item => item.Paper.Key == voted.Key);
        using var without = await DigestRooms.OpenAsync(library, FarmPapers.Sheep, FarmPapers.Cows);
        var plain = (await without.SelectAsync(without.Subscribe(Farms, minimum: 0))).Items.Single(item => item.Paper.Key == voted.Key);

        Assert.True(item.Score > plain.Score);
        Assert.EndsWith("1,412 votes on Hugging Face", item.Why, StringComparison.Ordinal);
        Assert.DoesNotContain("votes", plain.Why, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Select_PaperWithoutAnEmbeddingYet_IsRankedByItsWords()
    {
        using var rooms = await DigestRooms.OpenAsync(library, FarmPapers.Sheep);
        rooms.Bring(0, FarmPapers.Barley, FarmPapers.Wheat);

        Assert.Equal([FarmPapers.Barley.Key.Value], await rooms.KeysAsync(rooms.Subscribe(DigestRooms.Topics("rust on leaves"))));
    }

    [Fact]
    public async Task Select_WithoutAModel_GoesByWords()
    {
        using var rooms = await DigestRooms.OpenAsync(null, FarmPapers.Sheep, FarmPapers.Barley, FarmPapers.Wheat);

        Assert.Equal([FarmPapers.Sheep.Key.Value], await rooms.KeysAsync(rooms.Subscribe(DigestRooms.Topics("counting sheep"))));
        Assert.Empty(await rooms.KeysAsync(rooms.Subscribe(DigestRooms.Topics("galaxy clusters"))));
    }

    [Fact]
    public async Task Select_MoreThanAreWanted_BringsTheBest()
    {
        using var rooms = await DigestRooms.OpenAsync(library, [.. Invented, FarmPapers.Sheep, FarmPapers.Cows, FarmPapers.Pigs]);
        var all = (await rooms.SelectAsync(rooms.Subscribe(Farms, most: 50, minimum: 0))).Items;

        var few = (await rooms.SelectAsync(rooms.Subscribe(Farms, most: 2, minimum: 0))).Items;

        Assert.Equal(all.OrderByDescending(item => item.Score), all);
        Assert.Equal(all.Take(2).Select(item => item.Paper.Key), few.Select(item => item.Paper.Key));
    }

    private static string Scores(DigestDraft draft) =>
        string.Join('\n', draft.Items.Select(item => FormattableString.Invariant($"{item.Paper.Key} {item.Score:R} {item.Why}")));
}
