using PaperBot.Papers;
using PaperBot.Retrieval;

namespace PaperBot.Tests.Retrieval;

public sealed class PaperFinderTests : IDisposable
{
    private readonly LibraryRooms _rooms = new();

    private PaperFinder Finder => _rooms.Get<PaperFinder>();

    public PaperFinderTests() => _rooms.Get<PaperStore>().Store(
        [
            SomePaper.Titled("Sensors of kelp", key: "arxiv:2101.00001") with { Published = new PublicationDate(2021) },
            SomePaper.Titled("Kelp and its sensors", key: "doi:10.1000/182") with { Published = new PublicationDate(2023) },
            SomePaper.Titled("Möbius generalizations of sand", key: "arxiv:2101.00077") with { Published = new PublicationDate(2019) },
        ]);

    public void Dispose() => _rooms.Dispose();

    [Theory]
    [InlineData("2101.00001")]
    [InlineData("<https://arxiv.org/abs/2101.00001|Sensors>")]
    [InlineData("sensors of kelp")]
    public void Find_AnyWayToNameAPaper_FindsIt(string typed) =>
        Assert.Equal("arxiv:2101.00001", Assert.IsType<PaperLookup.Found>(Finder.Find(typed)).Paper.Key.Value);

    [Fact]
    public void Find_IdThatIsNotThere_SaysWhich() =>
        Assert.Equal(new PaperLookup.UnknownKey(new PaperKey("arxiv:2101.99999"), LibraryIsEmpty: false), Finder.Find("arXiv:2101.99999v2"));

    [Fact]
    public void Find_TitleThatIsNotThere_SaysTheWords() =>
        Assert.Equal(new PaperLookup.UnknownTitle("moon dust", LibraryIsEmpty: false), Finder.Find("moon dust"));

    [Theory]
    [InlineData("")]
    [InlineData("  \n")]
    public void Find_Nothing_NamesNothing(string typed) => Assert.IsType<PaperLookup.NamesNothing>(Finder.Find(typed));

    [Fact]
    public void Find_WordsOfSeveralTitles_GivesTheCandidates()
    {
        var several = Assert.IsType<PaperLookup.Ambiguous>(Finder.Find("sensors kelp"));

        Assert.Equal(("sensors kelp", 2, false), (several.Words, several.Candidates.Count, several.More));
    }

    [Fact]
    public void Find_WordsOfManyTitles_GivesTenAndSaysThatThereAreMore()
    {
        _rooms.Get<PaperStore>().Store([.. Enumerable.Range(0, 20).Select(i => SomePaper.Titled($"Urchins, part {i}", key: $"local:urchins-{i}"))]);

        var several = Assert.IsType<PaperLookup.Ambiguous>(Finder.Find("urchins"));

        Assert.Equal((PaperFinder.MostCandidates, true), (several.Candidates.Count, several.More));
    }

    [Fact]
    public void Find_EmptyLibrary_SaysSo()
    {
        using var empty = new LibraryRooms();

        Assert.Equal(new PaperLookup.UnknownTitle("kelp", LibraryIsEmpty: true), empty.Get<PaperFinder>().Find("kelp"));
        Assert.Equal(new PaperLookup.UnknownKey(new PaperKey("arxiv:2101.00001"), LibraryIsEmpty: true), empty.Get<PaperFinder>().Find("2101.00001"));
    }

    [Theory]
    [InlineData("sen", "arxiv:2101.00001 doi:10.1000/182")]
    [InlineData("KEL", "doi:10.1000/182 arxiv:2101.00001")]
    [InlineData("sen kel", "doi:10.1000/182 arxiv:2101.00001")]
    [InlineData("generaliz", "arxiv:2101.00077")]
    [InlineData("mobius", "arxiv:2101.00077")]
    [InlineData("elp", "")]
    [InlineData("2101.000", "arxiv:2101.00001 arxiv:2101.00077")]
    [InlineData("2101.00077", "arxiv:2101.00077")]
    [InlineData("https://arxiv.org/abs/2101.00077v2", "arxiv:2101.00077")]
    [InlineData("%", "")]
    [InlineData("_", "")]
    [InlineData("' OR 1=1 --", "")]
    public void Suggest_WhatIsTypedSoFar_GivesTitlesThatBeginSo(string typed, string keys) =>
        Assert.Equal(keys.Split(' ', StringSplitOptions.RemoveEmptyEntries), Finder.Suggest(typed, 10).Select(paper => paper.Key.Value));

    [Fact]
    public void Suggest_NothingTyped_GivesTheLatest() =>
        Assert.Equal(["arxiv:2101.00077", "doi:10.1000/182"], Finder.Suggest(" ", 2).Select(paper => paper.Key.Value));
}
