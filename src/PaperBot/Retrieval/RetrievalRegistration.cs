using Microsoft.Extensions.DependencyInjection;
using PaperBot.Settings;

namespace PaperBot.Retrieval;

internal static class RetrievalRegistration
{
    public static IServiceCollection AddRetrieval(this IServiceCollection services) => services
        .AddSettings<RetrievalOptions>("Retrieval")
        .AddSingleton<PaperStore>()
        .AddSingleton<SignalStore>()
        .AddSingleton<PaperFinder>()
        .AddSingleton<VectorStore>()
        .AddSingleton<QueryEmbedder>()
        .AddSingleton<HybridSearch>()
        .AddSingleton<TopicSearch>()
        .AddSingleton<Retriever>();
}
