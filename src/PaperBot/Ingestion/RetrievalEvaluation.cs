using System.Diagnostics;
using Microsoft.Extensions.Options;
using PaperBot.Embedding;
using PaperBot.Papers;
using PaperBot.Retrieval;
using PaperBot.Retrieval.Evaluation;
using PaperBot.Storage;

namespace PaperBot.Ingestion;

/// <summary>Measures the retriever on a test collection, in a temporary library of its documents.</summary>
internal sealed class RetrievalEvaluation(EmbeddingModelLoader models, QueryEmbedder embedder, IOptions<RetrievalOptions> options)
{
    private const int Depth = 100;
    private const int BatchSize = 512;

    /// <param name="cacheFile">Where embeddings are kept between runs.</param>
    /// <exception cref="InvalidDataException">The collection is not as it should be.</exception>
    public async Task<RetrievalFigures> RunAsync(
        BeirDataset dataset, SearchMode mode, string cacheFile, IProgress<EmbeddingProgress>? progress, CancellationToken cancellationToken)
    {
        var folder = Directory.CreateTempSubdirectory("paperbot-eval-");
        var database = new LibraryDatabase(Options.Create(new StorageOptions { DataFolder = folder.FullName }));
        try
        {
            var papers = new PaperStore(database, TimeProvider.System);
            var ids = Store(dataset, papers);
            if (mode != SearchMode.Keyword && models.Load() is { } model)
            {
                using var cache = new EmbeddingCache(cacheFile, model.Model.Id, model);
                await new EmbeddingCatchUp(new VectorStore(database), models).RunAsync(model.Model, cache, progress, cancellationToken).ConfigureAwait(false);
            }

            var retriever = new Retriever(database, papers, embedder, new HybridSearch(options));
            return await MeasureAsync(dataset, retriever, mode, ids, cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            database.Close();
            folder.Delete(recursive: true);
        }
    }

    /// <returns>The document of each paper.</returns>
    private static Dictionary<PaperKey, string> Store(BeirDataset dataset, PaperStore papers)
    {
        var ids = new Dictionary<PaperKey, string>();
        foreach (var batch in dataset.Documents().Chunk(BatchSize))
        {
            papers.Store([.. batch.Select(document =>
            {
                // Numbered, so that documents of one title stay apart.
                var key = new PaperKey($"local:{ids.Count}");
                ids.Add(key, document.Id);
                return new Paper { Key = key, Title = document.Title, Abstract = document.Text, Source = "evaluation" };
            })]);
        }

        return ids;
    }

    private static async Task<RetrievalFigures> MeasureAsync(
        BeirDataset dataset, Retriever retriever, SearchMode mode, Dictionary<PaperKey, string> ids, CancellationToken cancellationToken)
    {
        var rankings = new List<(string Query, IReadOnlyList<string> Ids)>();
        var times = new List<double>();
        await retriever.SearchAsync(new SearchQuery(dataset.Queries[0].Text, SearchFilter.None), Depth, mode, cancellationToken).ConfigureAwait(false);
        foreach (var query in dataset.Queries)
        {
            var start = Stopwatch.GetTimestamp();
            var found = await retriever.SearchAsync(new SearchQuery(query.Text, SearchFilter.None), Depth, mode, cancellationToken).ConfigureAwait(false);
            times.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
            rankings.Add((query.Id, [.. found.Hits.Select(hit => ids[hit.Paper.Key])]));
        }

        times.Sort();
        return new RetrievalFigures(
            rankings.Count,
            rankings.Average(ranking => RankingMetrics.Ndcg(ranking.Ids, dataset.Relevant[ranking.Query], 10)),
            rankings.Average(ranking => RankingMetrics.Recall(ranking.Ids, dataset.Relevant[ranking.Query], 10)),
            rankings.Average(ranking => RankingMetrics.Recall(ranking.Ids, dataset.Relevant[ranking.Query], 100)),
            rankings.Average(ranking => RankingMetrics.ReciprocalRank(ranking.Ids, dataset.Relevant[ranking.Query], 10)),
            RankingMetrics.Percentile(times, 0.5),
            RankingMetrics.Percentile(times, 0.95));
    }
}
