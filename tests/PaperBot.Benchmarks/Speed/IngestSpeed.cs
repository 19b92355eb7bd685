using System.Diagnostics;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using PaperBot.Embedding;
using PaperBot.Ingestion;
using PaperBot.Ingestion.Sources;
using PaperBot.Papers;
using PaperBot.Retrieval;

namespace PaperBot.Benchmarks.Speed;

/// <summary>How fast papers go into a library of their own, first as text, then as embeddings.</summary>
internal static class IngestSpeed
{
    private const int Ingested = 20_000, Embedded = 384;

    public static async Task MeasureAsync(string file, Figures figures, CancellationToken cancellationToken)
    {
        await InTemporaryLibraryAsync(library => MeasureTextAsync(library, file, figures, cancellationToken)).ConfigureAwait(false);
        await InTemporaryLibraryAsync(library => MeasureEmbeddingAsync(library, file, figures, cancellationToken)).ConfigureAwait(false);
    }

    private static async Task MeasureTextAsync(ServiceProvider library, string file, Figures figures, CancellationToken cancellationToken)
    {
        var start = Stopwatch.GetTimestamp();
        var read = await ReadAsync(file, Ingested, cancellationToken).CountAsync(cancellationToken).ConfigureAwait(false);
        var parsed = read / Stopwatch.GetElapsedTime(start).TotalSeconds;
        start = Stopwatch.GetTimestamp();
        await library.GetRequiredService<IngestionPipeline>().RunAsync(ReadAsync(file, Ingested, cancellationToken), null, cancellationToken).ConfigureAwait(false);
        var stored = read / Stopwatch.GetElapsedTime(start).TotalSeconds;
        figures.Add(
            $"ingest of {Figures.Number(read)} papers as text", $"{Figures.Number(stored)} papers/s", $"parsed and not stored: {Figures.Number(parsed)} papers/s",
            Figures.Times(stored, parsed));
    }

    private static async Task MeasureEmbeddingAsync(ServiceProvider library, string file, Figures figures, CancellationToken cancellationToken)
    {
        await library.GetRequiredService<IngestionPipeline>().RunAsync(ReadAsync(file, Embedded, cancellationToken), null, cancellationToken).ConfigureAwait(false);
        var generator = library.GetRequiredService<EmbeddingModelLoader>().Load()!;
        var papers = library.GetRequiredService<PaperStore>().All().ToList();
        var sentences = papers.SelectMany(paper => SentenceSplitter.Split(paper.Abstract)).ToList();
        generator.Embed([papers[0].Abstract], "", cancellationToken);
        var clock = new PartClock();
        await library.GetRequiredService<EmbeddingCatchUp>().RunAsync(clock, cancellationToken).ConfigureAwait(false);
        // A quarter of the texts is enough for a rate.
        var (whole, alone) = (clock.PapersPerSecond(EmbeddingPart.Paper), OneByOne([.. papers.Take(papers.Count / 4).Select(paper => $"{paper.Title}. {paper.Abstract}")]));
        figures.Add("embedding of whole papers", Rate(whole, "papers"), $"one text a run: {Rate(alone, "papers")}", Figures.Times(whole, alone));
        var each = (double)sentences.Count / papers.Count;
        var (parts, single) = (clock.PapersPerSecond(EmbeddingPart.Sentences) * each, OneByOne([.. sentences.Take(sentences.Count / 4)]));
        figures.Add(
            $"embedding of their sentences, {Figures.Number(each, "0.0")} a paper", $"{Rate(parts, "sentences")}, {Rate(parts / each, "papers")}",
            $"one text a run: {Rate(single, "sentences")}", Figures.Times(parts, single));

        double OneByOne(IReadOnlyList<string> texts)
        {
            var start = Stopwatch.GetTimestamp();
            foreach (var text in texts)
                generator.Embed([text], generator.Model.PassagePrefix, cancellationToken);
            return texts.Count / Stopwatch.GetElapsedTime(start).TotalSeconds;
        }
    }

    private static string Rate(double rate, string of) => $"{Figures.Number(rate, "#,0.0")} {of}/s";

    private static async IAsyncEnumerable<SourceRecord> ReadAsync(
        string file, int count, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await using var stream = File.OpenRead(file);
        await foreach (var record in new JsonLinesSource().ReadAsync(stream, cancellationToken).Take(count).ConfigureAwait(false))
            yield return record;
    }

    private static async Task InTemporaryLibraryAsync(Func<ServiceProvider, Task> measure)
    {
        var folder = Directory.CreateTempSubdirectory("paperbot-speed-");
        try
        {
            await using var library = BenchmarkLibrary.Open(folder.FullName);
            await measure(library).ConfigureAwait(false);
        }
        finally
        {
            SqliteConnection.ClearAllPools();
            folder.Delete(recursive: true);
        }
    }

    /// <summary>Takes the time from the beginning of each part to its end.</summary>
    private sealed class PartClock : IProgress<EmbeddingProgress>
    {
        private readonly Dictionary<EmbeddingPart, (long Start, long End, long Papers)> _parts = [];

        public void Report(EmbeddingProgress value)
        {
            var now = Stopwatch.GetTimestamp();
            _parts[value.Part] = (_parts.TryGetValue(value.Part, out var known) ? known.Start : now, now, value.Embedded);
        }

        public double PapersPerSecond(EmbeddingPart part) => _parts[part].Papers / Stopwatch.GetElapsedTime(_parts[part].Start, _parts[part].End).TotalSeconds;
    }
}
