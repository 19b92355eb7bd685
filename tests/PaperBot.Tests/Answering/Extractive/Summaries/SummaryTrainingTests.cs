using System.Text.Json;
using PaperBot.Answering.Extractive.Summaries;
using PaperBot.Benchmarks.Training.Summaries;

namespace PaperBot.Tests.Answering.Extractive.Summaries;

public sealed class SummaryTrainingTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory().FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task Run_SameFileTwice_WritesTheSameWeights()
    {
        var papers = await WriteAsync(60);
        var log = new StringWriter();

        await SummaryTraining.RunAsync(papers, Path.Combine(_folder, "first"), log, CancellationToken.None);
        await SummaryTraining.RunAsync(papers, Path.Combine(_folder, "second"), log, CancellationToken.None);

        var first = await File.ReadAllBytesAsync(Path.Combine(_folder, "first"));
        Assert.Equal(first, await File.ReadAllBytesAsync(Path.Combine(_folder, "second")));
        Assert.NotEmpty(TldrWeights.Read(new MemoryStream(first)).Forest.Trees);
        Assert.Contains("cross-validated", log.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Run_TooFewPapers_SaysSoAndWritesNothing()
    {
        var papers = await WriteAsync(2);
        var output = Path.Combine(_folder, "weights");

        await Assert.ThrowsAsync<InvalidDataException>(
            () => SummaryTraining.RunAsync(papers, output, TextWriter.Null, CancellationToken.None));
        Assert.False(File.Exists(output));
    }

    [Fact]
    public void Grow_OneFeatureThatDecides_IsLearned()
    {
        // 200 rows of two features; the label is whether the first exceeds a half, the second is noise.
        var random = new Random(5);
        var values = Enumerable.Range(0, 400).Select(_ => (float)random.NextDouble()).ToArray();
        var options = new BoostingOptions(Trees: 30, Leaves: 4, Rate: 0.3, SmallestLeaf: 5, RowShare: 1, FeatureShare: 1, Ridge: 1, Seed: 1);

        var forest = new TreeBooster(values, 2).Grow(options, (scores, first, second) =>
        {
            for (var i = 0; i < scores.Length; i++)
                (first[i], second[i]) = (scores[i] - (values[2 * i] > 0.5f ? 1 : 0), 1);
        });

        Assert.InRange(forest.Score([0.9f, 0.1f]), 0.9f, 1.1f);
        Assert.InRange(forest.Score([0.1f, 0.9f]), -0.1f, 0.1f);
    }

    private async Task<string> WriteAsync(int count)
    {
        string[] things = ["caches", "parsers", "robots", "lenses", "bridges", "violins", "forests"];
        var path = Path.Combine(_folder, "papers.jsonl");
        await File.WriteAllLinesAsync(path, Enumerable.Range(0, count).Select(i =>
        {
            var thing = things[i % things.Length];
            return JsonSerializer.Serialize(new
            {
                paper_id = $"p{i}",
                title = $"On {thing}",
                source = new[] { $"Many people own {thing} of age {i}.", $"In this paper, we propose a way to mend {thing}.", "It works." },
                target = new[] { $"A way to mend {thing}." },
            });
        }));
        return path;
    }
}
