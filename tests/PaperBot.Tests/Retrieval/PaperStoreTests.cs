using PaperBot.Papers;
using PaperBot.Retrieval;

namespace PaperBot.Tests.Retrieval;

public sealed class PaperStoreTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private PaperStore Papers => _folder.Papers();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Store_Again_IsUnchanged()
    {
        var paper = SomePaper.Titled("A fine paper indeed", "It works.") with { Authors = ["Ada Lovelace"], Categories = ["cs.IR"], Published = new(2021, 11) };

        Assert.Equal([StoreOutcome.Added], Papers.Store([paper]));
        Assert.Equal([StoreOutcome.Unchanged], Papers.Store([paper]));
        var found = Papers.Find(paper.Key)!;
        Assert.Equal((paper.Title, paper.Abstract, paper.Published), (found.Title, found.Abstract, found.Published));
        Assert.Equal(["Ada Lovelace"], found.Authors);
    }

    [Fact]
    public void Store_RecordThatSaysLess_KeepsWhatIsKnown()
    {
        var paper = SomePaper.Titled("A fine paper indeed", "It works.", "arxiv:2101.00001") with { Venue = "ICLR" };
        Papers.Store([paper]);

        Assert.Equal([StoreOutcome.Updated], Papers.Store([paper with { Abstract = "It works well.", Venue = null }]));

        Assert.Equal(("It works well.", "ICLR"), (Papers.Find(paper.Key)!.Abstract, Papers.Find(paper.Key)!.Venue));
    }

    [Fact]
    public void Store_KnownByTitleAlone_IsThePaperWithTheKey()
    {
        var byTitle = SomePaper.Titled("Sparse Retrieval: a Survey") with { Key = PaperKey.Local("Sparse Retrieval: a Survey") };
        var numbered = SomePaper.Titled("Sparse retrieval - a survey", "Text.", "arxiv:2101.00001");

        Papers.Store([byTitle]);
        Papers.Store([numbered]);
        Papers.Store([byTitle]);

        Assert.Equal(1, Papers.Count());
        Assert.Equal("Text.", Papers.Find(numbered.Key)!.Abstract);
    }

    [Fact]
    public void Store_SameTitleUnderTwoIds_AreTwoPapers()
    {
        Papers.Store([SomePaper.Titled("Lecture notes on graphs", "", "arxiv:2101.00001"), SomePaper.Titled("Lecture notes on graphs", "", "arxiv:2101.00002")]);

        Assert.Equal(2, Papers.Count());
    }

    [Fact]
    public void Remove_Paper_LeavesNothingToFind()
    {
        var paper = SomePaper.Titled("Gone tomorrow and forgotten");
        Papers.Store([paper]);

        Assert.True(Papers.Remove(paper.Key));

        Assert.False(Papers.Remove(paper.Key));
        Assert.Empty(Papers.FindByTitle("gone tomorrow", 5));
    }

    [Fact]
    public void FindByTitle_ExactTitle_ComesFirst()
    {
        Papers.Store([SomePaper.Titled("Neural networks"), SomePaper.Titled("Neural networks for neural networks, a longer story"), SomePaper.Titled("Other things")]);

        var found = Papers.FindByTitle("Neural Networks!", 5);

        Assert.Equal(["Neural networks", "Neural networks for neural networks, a longer story"], found.Select(paper => paper.Title));
    }

    [Fact]
    public void Statistics_Library_CountsItsParts()
    {
        Papers.Store([
            SomePaper.Titled("one", "text", "arxiv:2101.00001") with { Categories = ["cs.IR", "cs.LG"], Published = new(2019) },
            SomePaper.Titled("two", "", "arxiv:2101.00002") with { Categories = ["cs.IR"], Published = new(2021, 3) }]);

        var statistics = Papers.Statistics();

        Assert.Equal((2, 1, "2019 to 2021-03"), (statistics.Papers, statistics.WithoutAbstract, statistics.Dates));
        Assert.Equal([("cs.IR", 2L), ("cs.LG", 1L)], statistics.TopCategories);
        Assert.Equal(1, statistics.WithAbstract);
        Assert.NotNull(statistics.LastChange);
    }

    [Fact]
    public void Statistics_EmptyLibrary_KnowsNoChange() => Assert.Null(Papers.Statistics().LastChange);

    [Fact]
    public void Latest_Library_GivesTheLastAddedFirst()
    {
        Papers.Store([SomePaper.Titled("one"), SomePaper.Titled("two"), SomePaper.Titled("three")]);

        Assert.Equal(["three", "two"], Papers.Latest(2).Select(paper => paper.Title));
    }

    [Fact]
    public void List_WithinAFilter_MeetsBoth()
    {
        Papers.Store([
            SomePaper.Titled("one", "", "arxiv:2101.00001") with { Categories = ["cs.IR"] },
            SomePaper.Titled("two", "", "arxiv:2101.00002") with { Categories = ["cs.LG"] },
            SomePaper.Titled("three", "", "arxiv:2101.00003") with { Categories = ["cs.IR", "cs.LG"] }]);
        var channel = new SearchFilter { Categories = ["cs.IR"] };

        Assert.Equal(["three"], Titles(new SearchFilter { Categories = ["cs.LG"], Within = channel }));
        Assert.Equal(["one", "three"], Titles(new SearchFilter { Within = channel }));
        Assert.Equal(["three"], Titles(new SearchFilter { Papers = [new("arxiv:2101.00002"), new("arxiv:2101.00003")], Within = channel }));
        Assert.Empty(Titles(new SearchFilter { Papers = [] }));
        Assert.True(new SearchFilter { Within = SearchFilter.None }.IsEmpty);

        IEnumerable<string> Titles(SearchFilter filter) => Papers.List(filter, 5).Select(paper => paper.Title);
    }

    [Theory]
    [InlineData("author:Jürgen")]
    [InlineData("author:jurgen")]
    [InlineData("author:O'Brien")]
    public void List_AuthorWithAccentOrApostrophe_IsFound(string typed)
    {
        Papers.Store([SomePaper.Titled("By two people of note") with { Authors = ["Jürgen Groß", "Flann O'Brien"] }]);

        Assert.Single(Papers.List(SearchQuery.Parse(typed, out _).Filter, 5));
    }

    [Fact]
    public void FindByTitle_LatexInTheTitle_IsFoundAsPeopleTypeIt()
    {
        Papers.Store([SomePaper.Titled("""On Erd{\H{o}}s and M{\"o}bius graphs""")]);

        Assert.Single(Papers.FindByTitle("Erdős Möbius", 5));
        Assert.Single(Papers.FindByTitle("mobius", 5));
    }
}
