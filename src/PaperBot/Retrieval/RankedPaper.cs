namespace PaperBot.Retrieval;

/// <summary>A paper that one of the searches found, with everything known of how it fits the query.</summary>
/// <param name="Keyword">BM25; 0 when it shares no word with the query.</param>
/// <param name="Similarity">Cosine of the paper and the query; null while it has no embedding.</param>
/// <param name="Sentences">Its sentences in reading order with their cosines; empty while they have no embeddings.</param>
internal sealed record RankedPaper(long Id, double Keyword, float? Similarity, IReadOnlyList<SentenceSimilarity> Sentences)
{
    /// <summary>Given by <see cref="Fusion"/>: standard deviations above the mean of the papers found, higher is better.</summary>
    public double Score { get; init; }

    public float? BestSentence => Sentences.Count > 0 ? Sentences.Max(sentence => sentence.Similarity) : null;
}
