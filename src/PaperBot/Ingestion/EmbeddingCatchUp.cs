using Microsoft.Extensions.AI;
using PaperBot.Embedding;
using PaperBot.Retrieval;

namespace PaperBot.Ingestion;

/// <param name="Part">What is being embedded.</param>
/// <param name="Embedded">Papers embedded so far in this part.</param>
/// <param name="Total">Papers that had none when the part began.</param>
internal readonly record struct EmbeddingProgress(EmbeddingPart Part, long Embedded, long Total);

/// <summary>
/// Embeds the papers that have no embedding of the model in use, oldest first: all of them as a whole, so that they are found, then their
/// sentences. Each batch is stored before the next is begun, so that a process that dies loses the work of seconds.
/// </summary>
internal sealed class EmbeddingCatchUp(VectorStore vectors, EmbeddingModelLoader models)
{
    // Enough texts of equal length meet in it to run together.
    private const int BatchSize = 256;

    /// <returns>How many papers were embedded as a whole; none when no model is installed.</returns>
    public async Task<long> RunAsync(IProgress<EmbeddingProgress>? progress, CancellationToken cancellationToken)
    {
        if (models.Load() is not { } model)
            return 0;
        var embedded = await RunAsync(model, EmbeddingPart.Paper, EmbedPapersAsync, progress, cancellationToken).ConfigureAwait(false);
        await RunAsync(model, EmbeddingPart.Sentences, EmbedSentencesAsync, progress, cancellationToken).ConfigureAwait(false);
        return embedded;
    }

    private delegate Task EmbedBatchAsync(OnnxEmbeddingGenerator model, IReadOnlyList<PendingPaper> batch, CancellationToken cancellationToken);

    private async Task<long> RunAsync(
        OnnxEmbeddingGenerator model, EmbeddingPart part, EmbedBatchAsync embedAsync, IProgress<EmbeddingProgress>? progress, CancellationToken cancellationToken)
    {
        var total = vectors.PendingCount(model.Model.Id, part);
        long embedded = 0;
        for (long after = 0; embedded < total;)
        {
            progress?.Report(new EmbeddingProgress(part, embedded, total));
            var batch = vectors.Pending(model.Model.Id, part, after, BatchSize);
            if (batch.Count == 0)
                break;
            await embedAsync(model, batch, cancellationToken).ConfigureAwait(false);
            after = batch[^1].Id;
            embedded += batch.Count;
        }

        progress?.Report(new EmbeddingProgress(part, embedded, total));
        return embedded;
    }

    private async Task EmbedPapersAsync(OnnxEmbeddingGenerator model, IReadOnlyList<PendingPaper> batch, CancellationToken cancellationToken)
    {
        var embeddings = await EmbedAsync(model, batch.Select(paper => $"{paper.Title}. {paper.Abstract}"), cancellationToken).ConfigureAwait(false);
        vectors.Write(model.Model.Id, model.Model.Dimensions, [.. batch.Select((paper, i) => (paper, embeddings[i]))]);
    }

    private async Task EmbedSentencesAsync(OnnxEmbeddingGenerator model, IReadOnlyList<PendingPaper> batch, CancellationToken cancellationToken)
    {
        var spans = batch.Select(paper => SentenceVectors.Spans(paper.Abstract)).ToList();
        var sentences = batch.SelectMany((paper, i) => spans[i].Select(span => paper.Abstract.Substring(span.Start, span.Length)));
        var embeddings = await EmbedAsync(model, sentences, cancellationToken).ConfigureAwait(false);
        var rows = new List<(PendingPaper, byte[])>(batch.Count);
        var first = 0;
        for (var i = 0; i < batch.Count; i++)
        {
            rows.Add((batch[i], SentenceVectors.Encode(spans[i], embeddings.GetRange(first, spans[i].Count))));
            first += spans[i].Count;
        }

        vectors.WriteSentences(model.Model.Id, model.Model.Dimensions, rows);
    }

    private static async Task<List<ReadOnlyMemory<float>>> EmbedAsync(OnnxEmbeddingGenerator model, IEnumerable<string> texts, CancellationToken cancellationToken)
    {
        var embeddings = await model.GenerateAsync(texts, EmbeddingInput.Passage, cancellationToken).ConfigureAwait(false);
        return [.. embeddings.Select(embedding => embedding.Vector)];
    }
}
