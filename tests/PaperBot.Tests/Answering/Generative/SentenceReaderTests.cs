using FsCheck.Xunit;
using PaperBot.Answering.Generative;

namespace PaperBot.Tests.Answering.Generative;

public sealed class SentenceReaderTests
{
    [Theory]
    [InlineData("It is fast [kb2cd]. It is small [kf3gh].", "It is fast.|kb2cd", "It is small.|kf3gh")]
    [InlineData("It is fast. [kb2cd] It is small. [kf3gh]", "It is fast.|kb2cd", "It is small.|kf3gh")]
    [InlineData("It is fast.[kb2cd][kf3gh] It is small.", "It is fast.|kb2cd,kf3gh", "It is small.|")]
    [InlineData("It is fast [kb2cd, kf3gh].", "It is fast.|kb2cd,kf3gh")]
    [InlineData("SPANN [kb2cd] is faster than DiskANN [kf3gh].", "SPANN is faster than DiskANN.|kb2cd,kf3gh")]
    [InlineData("It costs 3.5 GB, e.g. on disk [kb2cd]", "It costs 3.5 GB, e.g. on disk|kb2cd")]
    [InlineData("- **Fast**: it is `quick` [kb2cd].\n- Small [kf3gh].", "Fast: it is quick.|kb2cd", "Small.|kf3gh")]
    [InlineData("1. It is fast [kb2cd].\n2. It is small [kf3gh].", "It is fast.|kb2cd", "It is small.|kf3gh")]
    [InlineData("It is fast [1]. As others say [Smith et al., 2020].", "It is fast.|1", "As others say.|Smith et al., 2020")]
    [InlineData("It fills [MASK] with values in [0, 1] [kb2cd].", "It fills [MASK] with values in [0, 1].|kb2cd")]
    [InlineData("It asks \"why?\" [kb2cd] Then it stops [kb2cd].", "It asks \"why?\"|kb2cd", "Then it stops.|kb2cd")]
    [InlineData("It is fast.\n[kb2cd]\n\nIt is small.\n[kf3gh]", "It is fast.|kb2cd", "It is small.|kf3gh")]
    [InlineData("NO ANSWER", "NO ANSWER|")]
    [InlineData("", new string[0])]
    [InlineData("[kb2cd]", new string[0])]
    public void Read_WholeAndInPieces_IsTheSame(string written, params string[] sentences)
    {
        Assert.Equal(sentences, Read([written]));
        Assert.Equal(sentences, Read(written.Select(letter => letter.ToString())));
    }

    [Fact]
    public void Sentence_IsThere_WhenTheNextBegins()
    {
        var reader = new SentenceReader();

        Assert.Empty(reader.Add("It is fast [kb2cd]."));
        Assert.Empty(reader.Add(" "));
        Assert.Equal("It is fast.", Assert.Single(reader.Add("It")).Text);
    }

    /// <summary>What a server may send as one piece, whatever it was asked for.</summary>
    [Theory]
    [InlineData(" ")]
    [InlineData("\n")]
    [InlineData("[")]
    public async Task LongLine_IsReadInTime(string again)
    {
        var line = $"It is fast [kb2cd].{string.Concat(Enumerable.Repeat(again, 1_000_000 / again.Length))}x It is small [kf3gh].";

        var sentences = await Task.Run(() => Read([line]).ToList()).WaitAsync(TimeSpan.FromSeconds(60));

        Assert.EndsWith("kf3gh", sentences[^1], StringComparison.Ordinal);
    }

    [Property]
    public bool Anything_IsReadWithoutFault_AndNothingPilesUp(string?[] pieces)
    {
        var reader = new SentenceReader();
        var read = pieces.SelectMany(piece => reader.Add(piece ?? "")).ToList().Concat(reader.End()).ToList();
        return read.TrueForAll(sentence => sentence.Text.Length > 0) && reader.End().Count == 0;
    }

    private static IEnumerable<string> Read(IEnumerable<string> pieces)
    {
        var reader = new SentenceReader();
        return pieces.SelectMany(reader.Add).ToList().Concat(reader.End()).Select(sentence => $"{sentence.Text}|{string.Join(',', sentence.Keys)}");
    }
}
