using Microsoft.Extensions.DependencyInjection;
using PaperBot.Ingestion.Feeds;
using PaperBot.Ingestion.Fetching;
using PaperBot.Ingestion.Sources;
using PaperBot.Ingestion.Sources.Arxiv;
using PaperBot.Ingestion.Sources.Crossref;
using PaperBot.Ingestion.Sources.HuggingFace;
using PaperBot.Ingestion.Sources.OpenAlex;
using PaperBot.Ingestion.Sources.PubMed;
using PaperBot.Ingestion.Sources.SemanticScholar;
using PaperBot.Ingestion.Sources.Web;
using PaperBot.Ingestion.Sources.Zotero;
using PaperBot.Settings;

namespace PaperBot.Ingestion;

internal static class IngestionRegistration
{
    public static IServiceCollection AddIngestion(this IServiceCollection services) => services
        .AddSingleton<IngestionPipeline>()
        .AddSingleton<EmbeddingCatchUp>()
        .AddSingleton<PromptEmbedding>()
        .AddSingleton<PastedPapers>()
        .AddSingleton<RetrievalEvaluation>()
        .AddSettings<SourcesOptions>("Sources")
        .AddSingleton<SourceClients>()
        .AddSingleton<SourceMemory>()
        .AddSingleton<PaperSources>()
        .AddSingleton<FeedList>()
        .AddSingleton<FeedStore>()
        .AddSingleton<FeedWatch>()
        .AddSingleton<WatchedFolder>()
        .AddSingleton<FeedRunner>()
        .AddSingleton<IRemoteSource, ArxivSource>()
        .AddSingleton<IRemoteSource, HuggingFaceSource>()
        .AddSingleton<IRemoteSource, SemanticScholarSource>()
        .AddSingleton<OpenAlexSource>()
        .AddSingleton<IRemoteSource>(provider => provider.GetRequiredService<OpenAlexSource>())
        .AddSingleton<IRemoteSource, DoiSource>()
        .AddSingleton<IRemoteSource, PubMedSource>()
        .AddSingleton<IRemoteSource, ZoteroSource>();
}
