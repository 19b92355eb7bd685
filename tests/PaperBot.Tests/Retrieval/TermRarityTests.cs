using FsCheck.Xunit;
using PaperBot.Papers;
using PaperBot.Retrieval;

namespace PaperBot.Tests.Retrieval;

public sealed class TermRarityTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Of_Words_AreRarerTheFewerPapersHaveThem()
    {
        Fill();

        var rarity = Of("otters herons stones unicorns");

        Assert.Equal(1, rarity["unicorn"]);
        Assert.True(rarity["unicorn"] > rarity["heron"] && rarity["heron"] > rarity["otter"] && rarity["otter"] > rarity["stone"]);
        Assert.Equal(0.1, rarity["stone"]);
    }

    [Fact]
    public void Of_EmptyLibrary_EveryWordIsInNoPaper() => Assert.Equal(1, Of("otters")["otter"]);

    [Property(MaxTest = 100)]
    public void Of_AnyText_LiesBetweenZeroAndOne(string? text)
    {
        Fill();

        Assert.All(Of($"{text} otters").Values, value => Assert.InRange(value, 0, 1));
    }

    private void Fill() => _folder.Papers().Store(
    [
        SomePaper.Titled("Otters", "Otters juggle stones."), SomePaper.Titled("Herons", "Herons drop stones."), SomePaper.Titled("More otters", "They keep stones."),
    ]);

    private Dictionary<string, double> Of(string text)
    {
        using var connection = _folder.Library().Open();
        return TermRarity.Of(connection, text);
    }
}
