using Microsoft.Extensions.Options;

namespace PaperBot.Embedding;

/// <summary>Loads the configured model when it is first asked for and keeps it.</summary>
internal sealed class EmbeddingModelLoader(ModelStore store, IOptions<EmbeddingOptions> options) : IDisposable
{
    private readonly Lock _loading = new();
    private OnnxEmbeddingGenerator? _loaded;

    /// <summary>The generator, or null while the model is not installed; a later call sees one that was installed meanwhile.</summary>
    /// <exception cref="EmbeddingModelException">The model is installed but cannot be loaded.</exception>
    public OnnxEmbeddingGenerator? Load()
    {
        lock (_loading)
        {
            if (_loaded is null && store.Find(options.Value.Model) is { } model)
                _loaded = new OnnxEmbeddingGenerator(model, options.Value.Threads);
            return _loaded;
        }
    }

    public void Dispose() => _loaded?.Dispose();
}
