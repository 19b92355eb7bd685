using PaperBot.Answering.Evaluation;

namespace PaperBot.Tests.Answering.Evaluation;

public sealed class SummaryEvaluationTests : IDisposable
{
    private readonly string _file = Path.GetTempFileName();

    public void Dispose() => File.Delete(_file);

    [Fact]
    public async Task Run_TwoPapers_IsTheMeanOfTheBestInPercent()
    {
        await File.WriteAllLinesAsync(_file,
        [
            """{"paper_id":"a","title":"A","source":["alpha beta","gamma"],"target":["alpha beta","nothing else"]}""",
            """{"source":["one two three four"],"target":["one two five six"]}""",
        ]);

        var quality = await First().RunAsync(_file, CancellationToken.None);

        // 100 and 2*2/8 of single words; 100 and 2*1/6 of pairs; 100 and 50 of the subsequence.
        Assert.Equal(2, quality.Papers);
        Assert.Equal(75, quality.Rouge1, 9);
        Assert.Equal(100 * (1 + (1 / 3.0)) / 2, quality.Rouge2, 9);
        Assert.Equal(75, quality.RougeL, 9);
        Assert.Empty(quality.Rejected);
    }

    [Fact]
    public async Task Run_BadLines_AreToldWithTheirNumberAndCountNowhere()
    {
        await File.WriteAllLinesAsync(_file,
        [
            "{broken",
            "",
            """{"source":["alpha"],"target":"alpha"}""",
            """{"source":[],"target":["alpha"]}""",
            """{"source":["alpha"],"target":[" "]}""",
            "[1]",
        ]);

        var quality = await First().RunAsync(_file, CancellationToken.None);

        Assert.Equal(1, quality.Papers);
        Assert.Equal(100, quality.Rouge1);
        Assert.Equal([1, 4, 5, 6], quality.Rejected.Select(line => line.Line));
        Assert.All(quality.Rejected, line => Assert.NotEmpty(line.Reason));
    }

    [Fact]
    public async Task Run_EmptyFile_IsZeroAndNotANumberNever()
    {
        var quality = await First().RunAsync(_file, CancellationToken.None);

        Assert.Equal((0, 0.0, 0.0, 0.0), (quality.Papers, quality.Rouge1, quality.Rouge2, quality.RougeL));
    }

    private static SummaryEvaluation First() => new((_, sentences) => sentences[0]);
}
