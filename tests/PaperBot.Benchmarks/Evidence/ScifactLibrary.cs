using Microsoft.Extensions.DependencyInjection;
using PaperBot.Embedding;
using PaperBot.Ingestion;
using PaperBot.Papers;
using PaperBot.Retrieval;
using PaperBot.Retrieval.Evaluation;

namespace PaperBot.Benchmarks.Evidence;

/// <summary>SciFact's abstracts in a library, kept for the next run.</summary>
internal static class ScifactLibrary
{
    public static PaperKey Key(string document) => new($"local:{document}");

    /// <param name="cacheFile">Where embeddings are kept, as evaluations of retrieval keep them.</param>
    public static async Task<ServiceProvider> OpenAsync(string folder, BeirDataset dataset, string cacheFile, CancellationToken cancellationToken)
    {
        var library = BenchmarkLibrary.Open(folder);
        await library.GetRequiredService<ModelStore>().EnsureDefaultAsync(null, cancellationToken).ConfigureAwait(false);
        library.GetRequiredService<PaperStore>().Store(
            [.. dataset.Documents().Select(document => new Paper { Key = Key(document.Id), Title = document.Title, Abstract = document.Text, Source = "scifact" })]);
        var generator = library.GetRequiredService<EmbeddingModelLoader>().Load()!;
        using var cache = new EmbeddingCache(cacheFile, generator.Model.Id, generator);
        await library.GetRequiredService<EmbeddingCatchUp>().RunAsync(generator.Model, cache, null, cancellationToken).ConfigureAwait(false);
        return library;
    }
}
