using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using PaperBot.Settings;

namespace PaperBot.Embedding;

internal static class EmbeddingRegistration
{
    /// <summary>
    /// Adds <see cref="ModelStore"/> and <see cref="EmbeddingModelLoader"/>. A model that is not installed is no fault at start: the loader
    /// then has nothing to give, and the library answers by keywords.
    /// </summary>
    public static IServiceCollection AddEmbedding(this IServiceCollection services) => services
        .AddSettings<EmbeddingOptions>("Embedding", ("PAPERBOT_MODELS", nameof(EmbeddingOptions.ModelsFolder)))
        .AddSingleton(provider => new ModelStore(provider.GetRequiredService<IOptions<EmbeddingOptions>>().Value.ModelsFolder is { Length: > 0 } folder ? folder : ModelStore.DefaultFolder))
        .AddSingleton<EmbeddingModelLoader>();
}
