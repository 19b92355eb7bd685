using System.Diagnostics;
using System.Text.Json;
using Microsoft.Data.Sqlite;
using PaperBot.Ingestion;
using PaperBot.Retrieval;
using PaperBot.Retrieval.Evaluation;
using PaperBot.Storage;
using PaperBot.Terminal;
using PaperBot.Tests.Retrieval;

namespace PaperBot.Tests.Ingestion;

[Collection(SmallLibraryTests.Name)]
public sealed class RetrievalEvaluationTests(SmallLibrary library) : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly LibraryRooms _rooms = new(library.Models);

    public void Dispose()
    {
        _rooms.Dispose();
        _folder.Dispose();
    }

    [Theory]
    [InlineData("Hybrid")]
    [InlineData("Vector")]
    [InlineData("Keyword")]
    public async Task Run_TinyCollection_MeasuresIt(string mode)
    {
        var figures = await RunAsync(Enum.Parse<SearchMode>(mode));

        // q1 and q2 find their paper first; q3 asks for what no document is about, and one of its two is said to be relevant.
        Assert.Equal(3, figures.Queries);
        Assert.InRange(figures.NdcgAt10, 0.6, 1);
        Assert.InRange(figures.RecallAt10, 0.6, 1);
        Assert.Equal(figures.RecallAt10, figures.RecallAt100);
        Assert.InRange(figures.ReciprocalRankAt10, 0.6, 1);
        Assert.InRange(figures.MedianMilliseconds, 0, figures.P95Milliseconds);
    }

    [Fact]
    public async Task Run_Keyword_GivesTheFiguresWorkedOutByHand()
    {
        Write(
            [("a", "Otters", "Otters juggle stones."), ("b", "Herons", "Herons fish at dawn."), ("c", "Voles", "Voles dig tunnels.")],
            [("q1", "otters"), ("q2", "unicorns")],
            "q1\ta\t1\nq1\tb\t1\nq2\tc\t1\n");

        var figures = await RunAsync(SearchMode.Keyword);

        // q1 finds one of two, first; q2 finds nothing.
        Assert.Equal((2, 0.25, 0.25, 0.5), (figures.Queries, figures.RecallAt10, figures.RecallAt100, figures.ReciprocalRankAt10));
        Assert.Equal(1 / (1 + 1 / Math.Log2(3)) / 2, figures.NdcgAt10, 12);
    }

    [Fact]
    public async Task Run_Again_TakesEmbeddingsFromTheCacheAndGivesTheSame()
    {
        var first = await RunAsync(SearchMode.Hybrid);
        var kept = CachedTexts();
        var second = await RunAsync(SearchMode.Hybrid);

        Assert.Equal((first.NdcgAt10, first.RecallAt10, first.ReciprocalRankAt10), (second.NdcgAt10, second.RecallAt10, second.ReciprocalRankAt10));
        Assert.Equal(kept, CachedTexts());
        Assert.True(kept > InventedPapers.All.Count, "Papers and sentences are kept.");
    }

    [Fact]
    public async Task Run_DocumentsOfOneTitle_StayApart()
    {
        Write(
            [("a", "Notes on animals", "Otters juggle stones."), ("b", "Notes on animals", "Herons fish at dawn."), ("c", "", "Voles dig."), ("d", "", "Toads cross.")],
            [("q1", "herons"), ("q2", "toads")],
            "query-id\tcorpus-id\tscore\nq1\tb\t2\nq2\td\t1\nq2\ta\t0\n");

        var figures = await RunAsync(SearchMode.Keyword);

        Assert.Equal((2, 1, 1), (figures.Queries, figures.NdcgAt10, figures.RecallAt10));
    }

    /// <summary>In a process of its own, for the folder of temporary files is everybody's.</summary>
    [Fact]
    public async Task Run_Done_LeavesNoTemporaryLibrary()
    {
        WriteTiny();
        var temporary = Directory.CreateDirectory(Path.Combine(_folder.Path, "temporary")).FullName;
        var start = new ProcessStartInfo("dotnet", ["exec", Path.Combine(AppContext.BaseDirectory, "paperbot.dll"), "eval", "retrieval", _folder.Path, "--mode", "keyword", "--quiet"])
        {
            RedirectStandardOutput = true,
            Environment = { ["TMPDIR"] = temporary, ["TMP"] = temporary, ["TEMP"] = temporary },
        };

        using var process = Process.Start(start)!;
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();

        Assert.Equal(ExitCode.Ok, process.ExitCode);
        Assert.Contains("nDCG@10", output, StringComparison.Ordinal);
        Assert.Empty(Directory.GetDirectories(temporary, "paperbot-eval-*"));
    }

    [Fact]
    public async Task Run_WithoutAModel_MeasuresKeywords()
    {
        WriteTiny();
        using var rooms = new LibraryRooms();

        var figures = await rooms.Get<RetrievalEvaluation>().RunAsync(BeirDataset.Open(_folder.Path, "test"), SearchMode.Keyword, CacheFile, null, CancellationToken.None);

        Assert.Equal(3, figures.Queries);
        Assert.False(File.Exists(CacheFile));
    }

    private string CacheFile => Path.Combine(_folder.Path, "cache.db");

    private long CachedTexts()
    {
        using var file = new SqliteConnection($"Data Source={CacheFile}");
        file.Open();
        return file.Count("SELECT count(*) FROM embeddings");
    }

    private async Task<RetrievalFigures> RunAsync(SearchMode mode, CancellationToken cancellationToken = default)
    {
        if (!File.Exists(Path.Combine(_folder.Path, "corpus.jsonl")))
            WriteTiny();
        return await _rooms.Get<RetrievalEvaluation>().RunAsync(BeirDataset.Open(_folder.Path, "test"), mode, CacheFile, null, cancellationToken);
    }

    private void WriteTiny() => Write(
        InventedPapers.All.Select(paper => (paper.Key.Id, paper.Title, paper.Abstract)),
        [("q1", "counting fireflies in video"), ("q2", "pumps that wait for rain"), ("q3", "seashells and chess"), ("unjudged", "moss")],
        $"query-id\tcorpus-id\tscore\nq1\t{InventedPapers.Fireflies.Key.Id}\t1\nq2\t{InventedPapers.Pumps.Key.Id}\t1\nq3\t{InventedPapers.Chess.Key.Id}\t1\n");

    private void Write(IEnumerable<(string Id, string Title, string Text)> documents, IEnumerable<(string Id, string Text)> queries, string judgements)
    {
        _folder.File("corpus.jsonl", string.Join('\n', documents.Select(document => JsonSerializer.Serialize(new { _id = document.Id, title = document.Title, text = document.Text }))));
        _folder.File("queries.jsonl", string.Join('\n', queries.Select(query => JsonSerializer.Serialize(new { _id = query.Id, text = query.Text }))));
        Directory.CreateDirectory(Path.Combine(_folder.Path, "qrels"));
        _folder.File(Path.Combine("qrels", "test.tsv"), judgements);
    }
}
