using System.Collections.Concurrent;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.Options;
using PaperBot.Embedding;
using PaperBot.Papers;
using PaperBot.Storage;

namespace PaperBot.Retrieval;

/// <summary>Turns a question into ranked papers: keyword and vector search, fused.</summary>
internal sealed class Retriever(LibraryDatabase database, PaperStore papers, EmbeddingModelLoader models, IOptions<RetrievalOptions> options)
{
    private readonly ConcurrentDictionary<string, VectorIndex> _indexes = new(StringComparer.Ordinal);

    /// <summary>Papers for a query, best first. A query of conditions alone lists what meets them, newest first.</summary>
    public async Task<SearchResult> SearchAsync(SearchQuery query, int limit, SearchMode mode, CancellationToken cancellationToken)
    {
        if (query.Text.Length == 0)
            return new SearchResult([.. papers.List(query.Filter, limit).Select(paper => new SearchHit(paper, 1, "meets the conditions"))]);
        var model = mode == SearchMode.Keyword ? null : models.Load();
        var embedding = model is null
            ? ReadOnlyMemory<float>.Empty
            : (await model.GenerateAsync([query.Text], EmbeddingInput.Query, cancellationToken).ConfigureAwait(false))[0].Vector;
        cancellationToken.ThrowIfCancellationRequested();
        using var connection = database.Open();
        var keyword = mode == SearchMode.Vector && model is not null
            ? [] : KeywordIndex.Search(connection, query.Text, query.Filter, options.Value.FusedPapers);
        var vector = model is null ? [] : Nearest(connection, model.Model.Id, embedding.Span, query.Filter);
        var similarities = vector.ToDictionary(hit => hit.PaperId, hit => hit.Similarity);
        var words = KeywordQuery.TellingWords(query.Text);
        var hits = Read(connection, Scaled(Fusion.Fuse(keyword, vector), limit))
            .Select(hit => new SearchHit(hit.Paper, hit.Score, SearchReason.Of(hit.Paper, words, similarities.TryGetValue(hit.Id, out var similarity) ? similarity : null)));
        return new SearchResult([.. hits], mode != SearchMode.Keyword && model is null ? MissingModel : null);
    }

    /// <summary>Papers closest to a paper of the library, without itself.</summary>
    public async Task<SearchResult> SimilarAsync(Paper paper, int limit, CancellationToken cancellationToken)
    {
        var query = new SearchQuery($"{paper.Title}. {paper.Abstract}", SearchFilter.None);
        var found = await SearchAsync(query, limit + 1, SearchMode.Hybrid, cancellationToken).ConfigureAwait(false);
        return found with { Hits = [.. found.Hits.Where(hit => hit.Paper.Key != paper.Key).Take(limit)] };
    }

    private const string MissingModel = "No embedding model is installed, so this searched by keywords alone. Install it with `paperbot model install`.";

    private IReadOnlyList<VectorHit> Nearest(SqliteConnection connection, string model, ReadOnlySpan<float> embedding, SearchFilter filter)
    {
        var allowed = filter.IsEmpty ? null : PaperStore.Ids(connection, filter);
        return _indexes.GetOrAdd(model, id => new VectorIndex(id))
            .Search(connection, embedding, options.Value.RescoredPapers, options.Value.FusedPapers, allowed);
    }

    /// <summary>The best papers with their scores brought to 0 to 1, where 1 is the best of this search.</summary>
    private static List<(long Id, double Score)> Scaled(List<(long PaperId, double Score)> fused, int limit)
    {
        if (fused.Count == 0)
            return [];
        var (best, worst) = (fused[0].Score, fused[^1].Score);
        return [.. fused.Take(limit).Select(hit => (hit.PaperId, best > worst ? (hit.Score - worst) / (best - worst) : 1))];
    }

    private static IEnumerable<(long Id, Paper Paper, double Score)> Read(SqliteConnection connection, List<(long Id, double Score)> scored)
    {
        using var command = connection.Prepare($"SELECT {PaperRow.Columns} FROM papers p WHERE p.id = $id", ("$id", 0L));
        foreach (var (id, score) in scored)
        {
            command.Parameters["$id"].Value = id;
            using var row = command.ExecuteReader();
            if (row.Read())
                yield return (id, PaperRow.Read(row), score);
        }
    }
}
