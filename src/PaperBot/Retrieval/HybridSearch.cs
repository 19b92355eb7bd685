using System.Collections.Concurrent;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Options;

namespace PaperBot.Retrieval;

/// <summary>Keyword and vector search together: each proposes papers, every proposal is scored by both, and the scores are fused.</summary>
internal sealed class HybridSearch(IOptions<RetrievalOptions> options)
{
    // Beyond these a keyword score is too low to matter, so it is taken as none.
    private const int ScoredByKeyword = 1000;

    private readonly ConcurrentDictionary<string, VectorIndex> _indexes = new(StringComparer.Ordinal);

    /// <param name="embedding">Of the query; null makes it a keyword search.</param>
    /// <param name="limit">How many papers are wanted; no fewer are fused.</param>
    /// <returns>The papers that either search found, best first.</returns>
    public IReadOnlyList<RankedPaper> Rank(SqliteConnection connection, SearchQuery query, QueryEmbedding? embedding, SearchMode mode, int limit = 0)
    {
        var fused = Math.Max(limit, options.Value.FusedPapers);
        var rescored = Math.Max(fused, options.Value.RescoredPapers);
        var byKeyword = mode == SearchMode.Vector && embedding is not null
            ? [] : KeywordIndex.Search(connection, query.Text, query.Filter, ScoredByKeyword);
        if (embedding is null)
            return Fusion.Rank([.. byKeyword.Take(fused).Select(hit => new RankedPaper(hit.PaperId, hit.Score, null, []))], mode);

        var vector = embedding.Vector.Span;
        var index = Index(embedding.Model);
        var allowed = query.Filter.IsEmpty ? null : PaperStore.Ids(connection, query.Filter);
        var nearest = index.Search(connection, vector, rescored, rescored, allowed);

        var proposed = nearest.Take(fused).Select(hit => hit.PaperId)
            .Union(byKeyword.Take(fused).Select(hit => hit.PaperId)).ToList();
        var keyword = byKeyword.ToDictionary(hit => hit.PaperId, hit => hit.Score);
        var similarity = nearest.ToDictionary(hit => hit.PaperId, hit => hit.Similarity);
        foreach (var hit in index.Score(connection, vector, proposed.FindAll(id => !similarity.ContainsKey(id))))
            similarity[hit.PaperId] = hit.Similarity;
        var sentences = index.ScoreSentences(connection, vector, proposed);
        return Fusion.Rank(
            [
                .. proposed.Select(id => new RankedPaper(
                    id,
                    keyword.GetValueOrDefault(id),
                    similarity.TryGetValue(id, out var known) ? known : null,
                    sentences.GetValueOrDefault(id, []))),
            ],
            mode);
    }

    /// <summary>The vectors of one model.</summary>
    public VectorIndex Index(string model) => _indexes.GetOrAdd(model, name => new VectorIndex(name));
}
