using PaperBot.Terminal;

namespace PaperBot.Tests.Terminal;

public sealed class ReferenceTests : IDisposable
{
    private readonly TestTerminal _terminal = new();

    public ReferenceTests() => _terminal.Store(
        SomePaper.Titled("Sensors of kelp", key: "arxiv:2101.00001"),
        SomePaper.Titled("Sensors of kelp and sand", key: "doi:10.1000/182"),
        SomePaper.Titled("Urchins", key: "local:urchins"));

    public void Dispose() => _terminal.Dispose();

    [Theory]
    [InlineData("2101.00001")]
    [InlineData("arXiv:2101.00001v3")]
    [InlineData("https://arxiv.org/pdf/2101.00001v2.pdf")]
    [InlineData("https://huggingface.co/papers/2101.00001")]
    [InlineData("sensors of kelp")]
    public async Task Show_AnyWayToNameAPaper_FindsIt(string reference) =>
        Assert.StartsWith("Sensors of kelp\n", (await _terminal.RunAsync("show", reference)).Out, StringComparison.Ordinal);

    [Fact]
    public async Task Show_WordsOfSeveralTitles_ListsTheCandidates()
    {
        var outcome = await _terminal.RunAsync("show", "sensors", "kelp");

        Assert.Equal((ExitCode.Usage, ""), (outcome.ExitCode, outcome.Out));
        Assert.Equal(
            "\"sensors kelp\" fits 2 papers; use one of these ids:\n  arxiv:2101.00001  Sensors of kelp\n  doi:10.1000/182  Sensors of kelp and sand\n", outcome.Error);
    }

    [Fact]
    public async Task Show_IdThatIsNotThere_SaysHowToAddIt()
    {
        var outcome = await _terminal.RunAsync("show", "2101.99999");

        Assert.Equal(ExitCode.Usage, outcome.ExitCode);
        Assert.StartsWith("arxiv:2101.99999 is not in the library.", outcome.Error, StringComparison.Ordinal);
        Assert.Contains("paperbot ingest", outcome.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Show_TitleThatIsNotThere_SaysHowToFindIt() =>
        Assert.Contains("type: paperbot search \"moon dust\"", (await _terminal.RunAsync("show", "moon dust")).Error, StringComparison.Ordinal);

    [Fact]
    public async Task Remove_AmbiguousWords_RemovesNothing()
    {
        Assert.Equal(ExitCode.Usage, (await _terminal.RunAsync("remove", "kelp", "--yes")).ExitCode);
        Assert.Equal(3, (await _terminal.RunAsync("list", "--json")).Json().GetProperty("total").GetInt32());
    }

    [Fact]
    public async Task Remove_OnePaper_TakesItOut()
    {
        Assert.Equal("Removed local:urchins: Urchins\n", (await _terminal.RunAsync("remove", "urchins")).Out);
        Assert.Equal(ExitCode.Usage, (await _terminal.RunAsync("remove", "urchins")).ExitCode);
    }

    [Fact]
    public async Task Compare_OnePaperTwice_IsToldSo() =>
        Assert.Equal("arxiv:2101.00001 is named twice; name different papers.\n", (await _terminal.RunAsync("compare", "2101.00001", "sensors of kelp")).Error);
}
