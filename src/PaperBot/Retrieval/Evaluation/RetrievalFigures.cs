namespace PaperBot.Retrieval.Evaluation;

/// <summary>Means over the judged queries; times of one search in milliseconds, the query's embedding included.</summary>
internal sealed record RetrievalFigures(
    int Queries, double NdcgAt10, double RecallAt10, double RecallAt100, double ReciprocalRankAt10, double MedianMilliseconds, double P95Milliseconds);
