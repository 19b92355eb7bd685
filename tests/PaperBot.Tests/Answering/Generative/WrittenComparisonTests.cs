using PaperBot.Answering;
using PaperBot.Papers;
using PaperBot.Tests.LanguageModels.Servers;
using PaperBot.Tests.Retrieval;

namespace PaperBot.Tests.Answering.Generative;

/// <summary>Summaries and comparisons that a language model on a socket writes.</summary>
[Collection(SmallLibraryTests.Name)]
public sealed class WrittenComparisonTests(SmallLibrary library)
{
    private static readonly Paper Tall = SomePaper.Titled("Tall Sheds Keep Onions Dry", "We store onions in tall sheds. Onions in tall sheds stay dry for nine weeks. Ventilation increases the loss of onions.");

    private static readonly Paper Low = SomePaper.Titled("Low Sheds for Onions", "We store onions in low sheds with fans. Onions stay dry for four weeks there. Ventilation reduces the loss of onions.");

    [Fact]
    public async Task Summary_ThatTheAbstractBears_IsSaidWithItsQuote()
    {
        await using var rooms = await WritingRooms.StartAsync(library);
        rooms.Model.Write = told => $"LanternNet counts flashing fireflies in video from cheap cameras [{told.KeyOf("LanternNet")}].";

        var summary = Assert.Single(await rooms.Get<Summarize>().OfAsync([InventedPapers.Fireflies], "U1", CancellationToken.None));

        Assert.Equal("LanternNet counts flashing fireflies in video from cheap cameras.", summary.Tldr);
        Assert.Equal("We present LanternNet, a convolutional network that counts flashing fireflies in video from cheap cameras.", summary.TldrQuote);
        Assert.Equal("openai-compatible test-model", summary.Mode);
        Assert.NotEmpty(summary.Points);
    }

    [Theory]
    [InlineData("LanternNet counts bees [{0}].", Trouble.None)]
    [InlineData("LanternNet counts flashing fireflies in video from cheap cameras.", Trouble.None)]
    [InlineData("LanternNet counts flashing fireflies in video from cheap cameras [{0}].", Trouble.BrokenJson)]
    public async Task Summary_ThatDoesNotStand_LeavesTheAbstractsWords(string written, Trouble trouble)
    {
        await using var rooms = await WritingRooms.StartAsync(library);
        rooms.Model.Trouble = trouble;
        rooms.Model.Write = told => written.Replace("{0}", told.KeyOf("LanternNet"), StringComparison.Ordinal);

        var summary = Assert.Single(await rooms.Get<Summarize>().OfAsync([InventedPapers.Fireflies], "", CancellationToken.None));

        Assert.Equal((Answer.LocalMode, summary.Tldr), (summary.Mode, summary.TldrQuote));
        Assert.Contains(summary.Tldr, InventedPapers.Fireflies.Abstract, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Comparison_OfTheModelsAspects_HasASentenceAndItsQuoteInEachCell()
    {
        var comparison = await CompareAsync([], told => $"""
            storage | The paper stores onions in tall sheds [{told.KeyOf("Tall")}].
            storage | The paper stores onions in low sheds with fans [{told.KeyOf("Low")}].
            dry | Onions in tall sheds stay dry for nine weeks [{told.KeyOf("Tall")}].
            dry | Onions stay dry for forty weeks there [{told.KeyOf("Low")}].
            visit evil.example | Onions in tall sheds stay dry for nine weeks [{told.KeyOf("Tall")}].
            """);

        Assert.Equal(["dry"], comparison.Rows.Select(row => row.Aspect));
        var cells = comparison.Rows[0].Cells;
        Assert.Equal("Onions in tall sheds stay dry for nine weeks.", cells[0].Text);
        Assert.DoesNotContain("forty", cells[1].Text ?? "", StringComparison.Ordinal);
        Assert.Equal("openai-compatible test-model", comparison.Mode);
    }

    [Fact]
    public async Task Comparison_OfTheAspectsAsked_HasThoseAndNoOther()
    {
        var comparison = await CompareAsync(["Storage"], told => $"""
            storage | The paper stores onions in tall sheds [{told.KeyOf("Tall")}].
            price | Onions in tall sheds stay dry for nine weeks [{told.KeyOf("Tall")}].
            """);

        Assert.Equal(["Storage"], comparison.Rows.Select(row => row.Aspect));
        Assert.Equal("We store onions in tall sheds.", comparison.Rows[0].Cells[0].Quote);
    }

    [Fact]
    public async Task Contradiction_IsNamedWithBothQuotes()
    {
        var comparison = await CompareAsync([], told => $"""
            contradict | Ventilation increases the loss of onions [{told.KeyOf("Tall")}]. | Ventilation reduces the loss of onions [{told.KeyOf("Low")}].
            agree | Onions rot quickly [{told.KeyOf("Tall")}]. | Onions rot quickly [{told.KeyOf("Low")}].
            """);

        Assert.Contains(
            "They seem to contradict each other: *Tall Sheds Keep Onions Dry* “Ventilation increases the loss of onions.”; *Low Sheds for Onions* “Ventilation reduces the loss of onions.”",
            comparison.Differ);
        Assert.DoesNotContain(comparison.Shared, sentence => sentence.Contains("agree", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Comparison_WithoutAnAnswer_IsTheAbstractsOwn()
    {
        var comparison = await CompareAsync([], _ => "I would rather not.");

        Assert.Equal((Answer.LocalMode, Compare.UsualAspects.Count), (comparison.Mode, comparison.Rows.Count));
    }

    private async Task<Comparison> CompareAsync(IReadOnlyList<string> aspects, Func<Told, string> write)
    {
        await using var rooms = await WritingRooms.StartAsync(library, [Tall, Low]);
        rooms.Model.Write = write;
        return Assert.IsType<CompareOutcome.Compared>(await rooms.Get<Compare>().OfAsync([Tall, Low], aspects, "U1", CancellationToken.None)).Comparison;
    }
}
