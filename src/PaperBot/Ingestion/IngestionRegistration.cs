using Microsoft.Extensions.DependencyInjection;

namespace PaperBot.Ingestion;

internal static class IngestionRegistration
{
    public static IServiceCollection AddIngestion(this IServiceCollection services) => services
        .AddSingleton<IngestionPipeline>()
        .AddSingleton<EmbeddingCatchUp>()
        .AddSingleton<PastedPapers>()
        .AddSingleton<RetrievalEvaluation>();
}
