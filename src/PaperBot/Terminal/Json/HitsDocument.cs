using PaperBot.Retrieval;
using PaperBot.Terminal.Views;

namespace PaperBot.Terminal.Json;

internal sealed record HitsDocument(string Query, IReadOnlyList<HitDocument> Hits, double ElapsedMs)
{
    public static HitsDocument Of(string query, IReadOnlyList<SearchHit> hits, double elapsedMs) => new(
        query,
        [.. hits.Select((hit, i) => new HitDocument(
            i + 1, hit.Paper.Key.Value, PaperText.Title(hit.Paper), Math.Round(hit.Score, 4), PaperText.Link(hit.Paper), hit.Paper.Published?.ToString(), hit.Why))],
        elapsedMs);
}

/// <param name="Score">From 0 to 1, comparable within one search only.</param>
/// <param name="Published">As precise as it is known: 2021, 2021-11 or 2021-11-15.</param>
internal sealed record HitDocument(int Rank, string Id, string Title, double Score, string? Url, string? Published, string Why);
