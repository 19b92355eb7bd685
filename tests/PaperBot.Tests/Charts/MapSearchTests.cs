using PaperBot.Charts.Maps;
using PaperBot.Retrieval;
using PaperBot.Tests.Retrieval;

namespace PaperBot.Tests.Charts;

[Collection(ChartTests.Name)]
public sealed class MapSearchTests(ChartLibrary library)
{
    private static readonly SearchFilter Vision = new() { Categories = ["cs.CV"] };

    private static readonly Dictionary<string, string[]> Telling = new()
    {
        ["firefly"] = ["flash", "meadow", "firefly"],
        ["bread"] = ["dough", "sourdough", "yeast"],
        ["ferry"] = ["ferry", "island", "passenger", "harbour", "wave"],
    };

    [Fact]
    public async Task Of_ThreeSubjects_AreThreeGroupsNamedByTheirWords()
    {
        var map = GroupsOf(library.Get<TopicSearch>());

        Assert.Equal(["bread", "ferry", "firefly"], (await map).Select(group => group.Subject).Order(StringComparer.Ordinal));
        // Of the words that are said in one group alone; those of the topic tell nothing.
        Assert.All(await map, group => Assert.Contains(group.Label.Split(", "), label => Telling[group.Subject].Any(word => label.Contains(word, StringComparison.Ordinal))));
    }

    [Fact]
    public async Task Of_Topic_IsTheSameEachTime()
    {
        var (one, two) = (await FoundAsync("fireflies"), await FoundAsync("fireflies"));

        Assert.Equal(one.Points.Select(point => (point.Paper.Key, point.X, point.Y, point.Group)), two.Points.Select(point => (point.Paper.Key, point.X, point.Y, point.Group)));
        Assert.Equal(one.Groups, two.Groups);
        Assert.Equal(MapPicture.Of(one).Png.ToArray(), MapPicture.Of(two).Png.ToArray());
    }

    [Fact]
    public async Task Of_Topic_LeavesOutWhatIsNotNear()
    {
        var map = await FoundAsync("fireflies");

        Assert.All(ChartLibrary.Papers.Take(7), paper => Assert.Contains(map.Points, point => point.Paper.Key == paper.Key));
        Assert.True(map.Points.Count < map.Library);
        Assert.Equal(map.Points.Count, map.Groups.Sum(group => group.Count));
    }

    [Fact]
    public async Task Of_FewPapers_IsASentence()
    {
        var few = Assert.IsType<MapOutcome.TooFew>(await library.Get<MapSearch>().OfAsync("fireflies", Vision, CancellationToken.None));

        Assert.Equal("Only 2 of 3 papers are near “fireflies”; a map takes 6.", MapText.TooFew(few));
    }

    [Fact]
    public async Task Of_NoModel_IsToldSo()
    {
        using var rooms = new LibraryRooms();
        rooms.Get<PaperStore>().Store(ChartLibrary.Papers);

        Assert.IsType<MapOutcome.NoEmbeddings>(await rooms.Get<MapSearch>().OfAsync("fireflies", SearchFilter.None, CancellationToken.None));
    }

    [Theory]
    [InlineData("SPANN: Highly-efficient Billion-scale Approximate Nearest Neighbor Search", "SPANN")]
    [InlineData("Wide & Deep Learning for Recommender Systems", "Wide & Deep Learning for Recommender…")]
    [InlineData("A study of the rising of bread in the ovens of small towns", "A study of the rising of bread…")]
    [InlineData("Sand", "Sand")]
    [InlineData("On $\\alpha$-stable sensors", "On α-stable sensors")]
    public void ShortName_IsTheSystemsOrTheTitlesBeginning(string title, string name) => Assert.Equal(name, ShortName.Of(title));

    /// <summary>All papers are near to a topic that is made of all their subjects.</summary>
    private static async Task<IReadOnlyList<(string Subject, string Label)>> GroupsOf(TopicSearch search)
    {
        var map = Assert.IsType<MapOutcome.Found>(
            await new MapSearch(search).OfAsync("fireflies, bread and ferries", SearchFilter.None, CancellationToken.None)).Map;
        return
        [
            .. map.Groups.Select((group, number) =>
            {
                var subjects = map.Points.Where(point => point.Group == number).Select(point => point.Paper.Key.Id.Split('-')[0]).Distinct().ToList();
                return (Assert.Single(subjects), group.Label);
            }),
        ];
    }

    private async Task<PaperMap> FoundAsync(string topic) =>
        Assert.IsType<MapOutcome.Found>(await library.Get<MapSearch>().OfAsync(topic, SearchFilter.None, CancellationToken.None)).Map;
}
