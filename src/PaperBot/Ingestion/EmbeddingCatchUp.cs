using Microsoft.Extensions.AI;
using PaperBot.Embedding;
using PaperBot.Papers;
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
    public Task<long> RunAsync(IProgress<EmbeddingProgress>? progress, CancellationToken cancellationToken) =>
        models.Load() is { } loaded ? RunAsync(loaded.Model, loaded, progress, cancellationToken) : Task.FromResult(0L);

    /// <param name="generator">Makes the embeddings of <paramref name="model"/>, itself or from a cache.</param>
    /// <inheritdoc cref="RunAsync(IProgress{EmbeddingProgress}?, CancellationToken)"/>
    public async Task<long> RunAsync(
        EmbeddingModel model, IEmbeddingGenerator<string, Embedding<float>> generator, IProgress<EmbeddingProgress>? progress, CancellationToken cancellationToken)
    {
        var embedded = await RunAsync(model, EmbeddingPart.Paper, batch => EmbedPapersAsync(model, generator, batch, cancellationToken), progress, cancellationToken).ConfigureAwait(false);
        await RunAsync(model, EmbeddingPart.Sentences, batch => EmbedSentencesAsync(model, generator, batch, cancellationToken), progress, cancellationToken).ConfigureAwait(false);
        return embedded;
    }

    private async Task<long> RunAsync(
        EmbeddingModel model, EmbeddingPart part, Func<IReadOnlyList<PendingPaper>, Task> embedAsync, IProgress<EmbeddingProgress>? progress,
        CancellationToken cancellationToken)
    {
        var total = vectors.PendingCount(model.Id, part);
        long embedded = 0;
        for (long after = 0; embedded < total;)
        {
            // A generator that has every embedding at hand does not look.
            cancellationToken.ThrowIfCancellationRequested();
            progress?.Report(new EmbeddingProgress(part, embedded, total));
            var batch = vectors.Pending(model.Id, part, after, BatchSize);
            if (batch.Count == 0)
                break;
            await embedAsync(batch).ConfigureAwait(false);
            after = batch[^1].Id;
            embedded += batch.Count;
        }

        if (total > 0)
            progress?.Report(new EmbeddingProgress(part, embedded, total));
        return embedded;
    }

    private async Task EmbedPapersAsync(
        EmbeddingModel model, IEmbeddingGenerator<string, Embedding<float>> generator, IReadOnlyList<PendingPaper> batch, CancellationToken cancellationToken)
    {
        var embeddings = await EmbedAsync(generator, batch.Select(paper => LatexText.ToReadable($"{paper.Title}. {paper.Abstract}")), cancellationToken).ConfigureAwait(false);
        vectors.Write(model.Id, model.Dimensions, [.. batch.Select((paper, i) => (paper, embeddings[i]))]);
    }

    private async Task EmbedSentencesAsync(
        EmbeddingModel model, IEmbeddingGenerator<string, Embedding<float>> generator, IReadOnlyList<PendingPaper> batch, CancellationToken cancellationToken)
    {
        var spans = batch.Select(paper => SentenceVectors.Spans(paper.Abstract)).ToList();
        var sentences = batch.SelectMany((paper, i) => spans[i].Select(span => LatexText.ToReadable(paper.Abstract.Substring(span.Start, span.Length))));
        var embeddings = await EmbedAsync(generator, sentences, cancellationToken).ConfigureAwait(false);
        var rows = new List<(PendingPaper, byte[])>(batch.Count);
        var first = 0;
        for (var i = 0; i < batch.Count; i++)
        {
            rows.Add((batch[i], SentenceVectors.Encode(spans[i], embeddings.GetRange(first, spans[i].Count))));
            first += spans[i].Count;
        }

        vectors.WriteSentences(model.Id, model.Dimensions, rows);
    }

    private static async Task<List<ReadOnlyMemory<float>>> EmbedAsync(
        IEmbeddingGenerator<string, Embedding<float>> generator, IEnumerable<string> texts, CancellationToken cancellationToken)
    {
        var embeddings = await generator.GenerateAsync(texts, EmbeddingInput.Passage, cancellationToken).ConfigureAwait(false);
        return [.. embeddings.Select(embedding => embedding.Vector)];
    }
}
