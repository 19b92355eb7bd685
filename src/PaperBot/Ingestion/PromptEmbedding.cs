using PaperBot.Embedding;
using PaperBot.Retrieval;

namespace PaperBot.Ingestion;

/// <summary>Embeds papers that somebody just added, at once where that is a matter of seconds.</summary>
internal sealed class PromptEmbedding(EmbeddingCatchUp catchUp, VectorStore vectors, EmbeddingModelLoader models)
{
    /// <summary>A few seconds' work; more is left to whoever embeds behind the scenes.</summary>
    private const int MostAtOnce = 100;

    /// <returns>Whether every paper of the library is embedded now.</returns>
    public async Task<bool> RunAsync(CancellationToken cancellationToken)
    {
        if (Model() is not { } model || Math.Max(Pending(model, EmbeddingPart.Paper), Pending(model, EmbeddingPart.Sentences)) > MostAtOnce)
            return false;
        await catchUp.RunAsync(progress: null, cancellationToken).ConfigureAwait(false);
        return true;
    }

    private long Pending(EmbeddingModel model, EmbeddingPart part) => vectors.PendingCount(model.Id, part);

    private EmbeddingModel? Model()
    {
        try
        {
            return models.Load()?.Model;
        }
        catch (EmbeddingModelException)
        {
            // The papers are stored; searches, which need the model as well, tell that it is damaged.
            return null;
        }
    }
}
