using System.Diagnostics;
using System.Text.Json;
using PaperBot.Storage;
using PaperBot.Terminal;

namespace PaperBot.Tests.Ingestion;

/// <summary>What a process that dies in the middle of an ingest leaves behind, and what the same command makes of it.</summary>
public sealed class KilledIngestTests : IDisposable
{
    private const int Records = 4_000;

    // IngestionPipeline stores so many at a time.
    private const int Batch = 256;

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Ingest_KilledAgainAndAgain_LosesNothingAndStoresNothingTwice()
    {
        var random = new Random(20);
        long stored = 0;
        // A pipe holds little, so a record that went into it tells how far the process has read. It dies with batches behind and before it.
        foreach (var from in new[] { 700, 1800, 2900 })
        {
            await KillAfterAsync(random.Next(from, from + 900));

            var now = CheckedCount();
            Assert.InRange(now, Math.Max(stored, 1), Records - 1);
            Assert.Equal(0, now % Batch);
            stored = now;
        }

        var report = await IngestAllAsync();
        Assert.Equal((Records - stored, 0, stored), (report.Added, report.Updated, report.Unchanged));
        Assert.Equal(Records, CheckedCount());
        Assert.Equal(Enumerable.Range(0, Records).Select(i => $"local:n{i}"), _folder.Papers().All().Select(paper => paper.Key.Value));

        var again = await IngestAllAsync();
        Assert.Equal((0, 0, Records), (again.Added, again.Updated, again.Unchanged));
    }

    private async Task KillAfterAsync(int records)
    {
        using var process = Start("ingest", "-", "--no-embed", "--quiet", "--data", _folder.Path);
        foreach (var record in Lines().Take(records))
            await process.StandardInput.WriteLineAsync(record);
        await process.StandardInput.FlushAsync();
        process.Kill();
        await process.WaitForExitAsync();
        Assert.NotEqual(ExitCode.Ok, process.ExitCode);
    }

    private async Task<(long Added, long Updated, long Unchanged)> IngestAllAsync()
    {
        using var process = Start("ingest", _folder.File("all.jsonl", string.Join('\n', Lines())), "--no-embed", "--json", "--quiet", "--data", _folder.Path);
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        Assert.Equal(ExitCode.Ok, process.ExitCode);
        var report = JsonDocument.Parse(output).RootElement;
        Assert.Equal(0, report.GetProperty("rejected").GetArrayLength());
        return (report.GetProperty("added").GetInt64(), report.GetProperty("updated").GetInt64(), report.GetProperty("unchanged").GetInt64());
    }

    /// <summary>How many papers the library has, once it is known to be sound and its keyword table in step.</summary>
    private long CheckedCount()
    {
        // A connection that waited in the pool while another process wrote would hold the keyword table against what it remembers of it.
        _folder.Library().Close();
        using var connection = _folder.Library().Open();
        Assert.Equal(["ok"], connection.Query("PRAGMA integrity_check", row => row.GetString(0)));
        // With rank 1 the index is held against the papers themselves, https://www.sqlite.org/fts5.html#the_integrity_check_command.
        connection.Execute("INSERT INTO papers_text (papers_text, rank) VALUES ('integrity-check', 1)");
        Assert.Equal(connection.Count("SELECT count(*) FROM papers"), connection.Count("SELECT count(*) FROM papers_text WHERE papers_text MATCH 'recurring'"));
        return connection.Count("SELECT count(DISTINCT key) FROM papers");
    }

    private static IEnumerable<string> Lines() => Enumerable.Range(0, Records).Select(i =>
        $$"""{"id":"n{{i}}","title":"The recurring study of number {{i}}","abstract":"{{string.Join(' ', Enumerable.Range(i, 60))}}","year":{{2000 + i % 25}}}""");

    private static Process Start(params string[] args) => Process.Start(
        new ProcessStartInfo("dotnet", ["exec", Path.Combine(AppContext.BaseDirectory, "paperbot.dll"), .. args])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
}
