using PaperBot.Answering.Extractive.Summaries;

namespace PaperBot.Tests.Answering.Extractive.Summaries;

public class TldrWeightsTests
{
    [Fact]
    public void LoadBuiltIn_WeightsOfTheProgram_AreTrained()
    {
        var scorer = TldrWeights.LoadBuiltIn();

        Assert.InRange(scorer.Table.Counts.Count, 1000, 20000);
        Assert.InRange(scorer.Forest.Trees.Count, 50, 1000);
        Assert.All(scorer.Forest.Trees.SelectMany(tree => tree), node => Assert.InRange(node.Feature, -1, WordFeatures.Count - 1));
    }

    [Fact]
    public void Write_ThenRead_IsTheSame()
    {
        var first = new MemoryStream();
        TldrWeights.Write(first, TldrWeights.LoadBuiltIn());
        first.Position = 0;
        var second = new MemoryStream();
        TldrWeights.Write(second, TldrWeights.Read(first));

        Assert.Equal(first.ToArray(), second.ToArray());
        Assert.InRange(first.Length, 1, 300_000);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(3)]
    [InlineData(1000)]
    public void Read_CutShort_SaysSo(int length)
    {
        var whole = new MemoryStream();
        TldrWeights.Write(whole, TldrWeights.LoadBuiltIn());

        Assert.Throws<InvalidDataException>(() => TldrWeights.Read(new MemoryStream(whole.ToArray()[..length])));
    }

    [Fact]
    public void Read_OtherFile_SaysSo() =>
        Assert.Throws<InvalidDataException>(() => TldrWeights.Read(new MemoryStream("these are no weights"u8.ToArray())));
}
