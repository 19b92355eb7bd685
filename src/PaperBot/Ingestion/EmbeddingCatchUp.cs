using Microsoft.Extensions.AI;
using PaperBot.Embedding;
using PaperBot.Retrieval;

namespace PaperBot.Ingestion;

/// <param name="Embedded">Papers embedded so far in this run.</param>
/// <param name="Total">Papers that had no embedding when the run began.</param>
internal readonly record struct EmbeddingProgress(long Embedded, long Total);

/// <summary>
/// Embeds the papers that have no embedding of the model in use, oldest first. Each batch is stored before the next is begun, so that a
/// process that dies loses the work of seconds.
/// </summary>
internal sealed class EmbeddingCatchUp(VectorStore vectors, EmbeddingModelLoader models)
{
    // Enough texts of equal length meet in it to run together.
    private const int BatchSize = 256;

    /// <returns>How many papers were embedded; none when no model is installed.</returns>
    public async Task<long> RunAsync(IProgress<EmbeddingProgress>? progress, CancellationToken cancellationToken)
    {
        if (models.Load() is not { } model)
            return 0;
        var total = vectors.PendingCount(model.Model.Id);
        long embedded = 0;
        for (long after = 0; embedded < total;)
        {
            progress?.Report(new EmbeddingProgress(embedded, total));
            var batch = vectors.Pending(model.Model.Id, after, BatchSize);
            if (batch.Count == 0)
                break;
            var embeddings = await model.GenerateAsync(batch.Select(paper => $"{paper.Title}. {paper.Abstract}"), EmbeddingInput.Passage, cancellationToken)
                .ConfigureAwait(false);
            vectors.Write(
                model.Model.Id, model.Model.Dimensions,
                [.. batch.Select((paper, i) => (paper.Id, paper.Title, paper.Abstract, embeddings[i].Vector))]);
            after = batch[^1].Id;
            embedded += batch.Count;
        }

        progress?.Report(new EmbeddingProgress(embedded, total));
        return embedded;
    }
}
