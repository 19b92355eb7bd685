using System.Text.Json.Serialization;
using PaperBot.Answering.Evaluation;
using PaperBot.Retrieval.Evaluation;

namespace PaperBot.Terminal.Json;

internal sealed record RetrievalFiguresDocument(
    int Queries,
    [property: JsonPropertyName("ndcg@10")] double NdcgAt10,
    [property: JsonPropertyName("recall@10")] double RecallAt10,
    [property: JsonPropertyName("recall@100")] double RecallAt100,
    [property: JsonPropertyName("mrr@10")] double ReciprocalRankAt10,
    [property: JsonPropertyName("p50_ms")] double MedianMilliseconds,
    [property: JsonPropertyName("p95_ms")] double P95Milliseconds)
{
    public static RetrievalFiguresDocument Of(RetrievalFigures figures) => new(
        figures.Queries, Math.Round(figures.NdcgAt10, 4), Math.Round(figures.RecallAt10, 4), Math.Round(figures.RecallAt100, 4),
        Math.Round(figures.ReciprocalRankAt10, 4), Math.Round(figures.MedianMilliseconds, 2), Math.Round(figures.P95Milliseconds, 2));
}

/// <summary>In percent.</summary>
internal sealed record SummaryFiguresDocument(int Papers, double Rouge1, double Rouge2, [property: JsonPropertyName("rougeL")] double RougeL)
{
    public static SummaryFiguresDocument Of(SummaryQuality quality) => new(
        quality.Papers, Math.Round(quality.Rouge1, 2), Math.Round(quality.Rouge2, 2), Math.Round(quality.RougeL, 2));
}
