using PaperBot.Bot.Shortcuts;
using PaperBot.Papers;
using PaperBot.Retrieval;
using PaperBot.Slack.Blocks;
using PaperBot.Slack.Interaction;

namespace PaperBot.Tests.Bot.Shortcuts;

public sealed class CompareModalTests : IDisposable
{
    private static readonly Paper Spann = SomePaper.Titled("SPANN: Highly-efficient Billion-scale Approximate Nearest Neighbor Search in Memory and on Disk", key: "arxiv:2111.08566")
        with
    { Authors = ["Qi Chen", "Bing Zhao"], Published = new PublicationDate(2021, 11) };

    private static readonly Paper Long = SomePaper.Titled("Sand", key: $"doi:10.1000/{new string('s', 200)}a");
    private static readonly Paper LongToo = SomePaper.Titled("Silt", key: $"doi:10.1000/{new string('s', 200)}b");

    private readonly TemporaryFolder _folder = new();
    private readonly PaperStore _papers;

    public CompareModalTests()
    {
        _papers = _folder.Papers();
        _papers.Store([Spann, Long, LongToo]);
    }

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Of_Nothing_AsksForAll() => SlackGolden.Assert("compare-modal", CompareModal.Of([]));

    [Fact]
    public void Of_PapersOfAnAnswer_HasThemChosen() => SlackGolden.Assert("compare-modal-chosen", CompareModal.Of([Spann, Long]));

    [Fact]
    public void Of_ManyPapers_ChoosesTheFirstSix()
    {
        var view = CompareModal.Of([.. Enumerable.Range(0, 20).Select(i => SomePaper.Titled($"Paper {i}"))]);

        Assert.Equal(6, ((MultiExternalSelect)((InputBlock)view.Blocks[0]).Element).InitialOptions!.Count);
    }

    [Fact]
    public async Task Options_NothingTyped_OffersTheLatest()
    {
        var options = await new PaperOptions(new PaperFinder(_papers)).GetOptionsAsync(new BlockOptionsRequest { Value = "" }, default);

        Assert.Equal(["Silt", "Sand"], options.Take(2).Select(option => option.Text.Text));
    }

    [Fact]
    public async Task Options_HalfAWordTyped_OffersWhatBeginsSo()
    {
        var options = await new PaperOptions(new PaperFinder(_papers)).GetOptionsAsync(new BlockOptionsRequest { Value = "neigh sea" }, default);

        var option = Assert.Single(options);
        Assert.Equal("arxiv:2111.08566", option.Value);
        Assert.True(option.Text.Text.Length <= 75 && option.Text.Text.EndsWith('…'), option.Text.Text);
        Assert.Equal("Qi Chen et al. · 2021 · 2111.08566", option.Description!.Text);
    }

    [Fact]
    public void Find_KeyLongerThanAValue_IsThePaperItself()
    {
        var (one, other) = (PaperOption.Of(Long).Value, PaperOption.Of(LongToo).Value);

        Assert.True(one.Length <= 150 && one != other);
        Assert.Equal(Long.Key, PaperOption.Find(one, _papers)!.Key);
        Assert.Equal(LongToo.Key, PaperOption.Find(other, _papers)!.Key);
    }

    [Theory]
    [InlineData("")]
    [InlineData("~")]
    [InlineData("nonsense")]
    [InlineData("arxiv:9999.99999")]
    [InlineData("0123456789012345678901234567890123456789012345678901234567890123456789012345678901234567890123456789012345678901234567890123456~:123456789abcdef")]
    public void Find_WhatNobodyOffered_IsNothing(string value) => Assert.Null(PaperOption.Find(value, _papers));

    [Theory]
    [InlineData(0, "problem", "", "compare_choice: A comparison needs at least two papers.")]
    [InlineData(1, "problem", "", "compare_choice: A comparison needs at least two papers.")]
    [InlineData(2, "problem", "", "")]
    [InlineData(2, "", "memory", "")]
    [InlineData(6, "problem,data", "memory, cost", "")]
    [InlineData(7, "problem", "", "compare_choice: Six papers are the most that fit side by side.")]
    [InlineData(2, "", " , ", "compare_aspects: Tick at least one, or name one of your own below.")]
    [InlineData(2, "problem,data,results,limits,approach", "a,b,c,d", "compare_own: Up to 8 aspects fit in a table, with those ticked above.")]
    public void Mistakes_AreToldAtTheirFields(int papers, string ticked, string own, string expected)
    {
        var mistakes = CompareModal.Mistakes(Filled([.. Enumerable.Range(0, papers).Select(i => $"local:{i}")], ticked.Split(',', StringSplitOptions.RemoveEmptyEntries), own));

        Assert.Equal(expected, string.Join('\n', mistakes.Select(mistake => $"{mistake.Key}: {mistake.Value}")));
    }

    [Fact]
    public void Aspects_TickedAndTyped_AreEachOnce() => Assert.Equal(
        ["problem", "memory", "Training cost"], CompareModal.Aspects(Filled([], ["problem", "made up"], "memory, Problem, Training cost, memory")));

    internal static ViewState Filled(IReadOnlyList<string> papers, IReadOnlyList<string> ticked, string? own, string? target = null) => new()
    {
        Values = new Dictionary<string, IReadOnlyDictionary<string, BlockAction>>
        {
            ["compare_choice"] = Field("compare_choice", new BlockAction { SelectedOptions = [.. papers.Select(paper => new ChosenOption { Value = paper })] }),
            ["compare_aspects"] = Field("compare_aspects", new BlockAction { SelectedOptions = [.. ticked.Select(aspect => new ChosenOption { Value = aspect })] }),
            ["compare_own"] = Field("compare_own", new BlockAction { Value = own }),
            ["compare_target"] = Field("compare_target", new BlockAction { SelectedConversation = target }),
        },
    };

    private static Dictionary<string, BlockAction> Field(string id, BlockAction field) => new() { [id] = field with { ActionId = id, BlockId = id } };
}
