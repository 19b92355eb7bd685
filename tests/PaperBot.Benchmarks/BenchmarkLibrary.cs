using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using PaperBot.Answering;
using PaperBot.Digests;
using PaperBot.Embedding;
using PaperBot.Ingestion;
using PaperBot.Ingestion.Sources;
using PaperBot.LanguageModels;
using PaperBot.Retrieval;
using PaperBot.Storage;

namespace PaperBot.Benchmarks;

/// <summary>The rooms of the program over a library in a folder.</summary>
internal static class BenchmarkLibrary
{
    /// <param name="settings">Beside the defaults.</param>
    public static ServiceProvider Open(string folder, IReadOnlyDictionary<string, string?>? settings = null) => new ServiceCollection()
        .AddSingleton<IConfiguration>(new ConfigurationBuilder()
            .AddInMemoryCollection(settings ?? new Dictionary<string, string?>())
            .AddInMemoryCollection(new Dictionary<string, string?> { ["Storage:DataFolder"] = folder }).Build())
        .AddSingleton(TimeProvider.System)
        .AddLogging()
        .AddStorage().AddEmbedding().AddLanguageModels().AddRetrieval().AddIngestion().AddAnswering().AddDigests()
        .BuildServiceProvider();

    /// <summary>Opens a library with the papers of a file, all embedded; what is there from an earlier run is used again.</summary>
    public static async Task<ServiceProvider> OpenAsync(string folder, string file, TextWriter log, CancellationToken cancellationToken)
    {
        var library = await OpenUnembeddedAsync(folder, file, log, cancellationToken).ConfigureAwait(false);
        await library.GetRequiredService<EmbeddingCatchUp>().RunAsync(null, cancellationToken).ConfigureAwait(false);
        return library;
    }

    /// <summary>The same without embeddings, for those that make their own.</summary>
    public static async Task<ServiceProvider> OpenUnembeddedAsync(string folder, string file, TextWriter log, CancellationToken cancellationToken)
    {
        var library = Open(folder);
        await library.GetRequiredService<ModelStore>().EnsureDefaultAsync(null, cancellationToken).ConfigureAwait(false);
        if (library.GetRequiredService<PaperStore>().Count() == 0)
        {
            await using var stream = File.OpenRead(file);
            IPaperSource source = file.EndsWith(".txt", StringComparison.Ordinal) ? new TrendingPageSource() : new JsonLinesSource();
            var report = await library.GetRequiredService<IngestionPipeline>().RunAsync(source.ReadAsync(stream, cancellationToken), null, cancellationToken).ConfigureAwait(false);
            await log.WriteLineAsync($"{file}: {report.Added} papers").ConfigureAwait(false);
        }

        return library;
    }
}
