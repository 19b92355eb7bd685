using Microsoft.Data.Sqlite;
using PaperBot.Storage;

namespace PaperBot.Retrieval;

/// <summary>A paper and its cosine similarity to the query, -1 to 1.</summary>
internal readonly record struct VectorHit(long PaperId, float Similarity);

/// <summary>
/// Two-stage nearest-neighbour search over the vector table. First the Hamming distance between the query's code and every paper's,
/// which lie in one array in memory (48 bytes a paper at 384 dimensions); then the exact similarity of the nearest, read from the
/// table. The array follows the table: what was appended is loaded before a search, what was removed is missed when it is read, and
/// all of it is loaded again when the codes were taken about a new mean.
/// </summary>
internal sealed class VectorIndex(string model)
{
    private const string OfPaper = "t.paper_id = wanted.value AND t.model_id = ?2";

    private const int MostOutdated = 64;

    private readonly Lock _loading = new();
    private volatile CodeArray? _codes;

    /// <summary>How many codes are in memory; 0 before the first search.</summary>
    public int Count => _codes?.Count ?? 0;

    /// <summary>Nearest papers, best first, at most <paramref name="limit"/>.</summary>
    /// <param name="query">A normalized embedding.</param>
    /// <param name="candidates">How many of the nearest codes are scored exactly.</param>
    /// <param name="allowed">When given, only these papers are looked at.</param>
    public IReadOnlyList<VectorHit> Search(
        SqliteConnection connection, ReadOnlySpan<float> query, int candidates, int limit, IReadOnlySet<long>? allowed = null)
    {
        if (Load(connection) is not { Count: > 0 } codes)
            return [];
        var nearest = codes.Nearest(query, candidates, allowed);
        var (hits, scratch) = (new List<VectorHit>(nearest.Count), new float[query.Length]);
        using (var embeddings = new BlobReader(connection, "t.embedding", "vectors t ON t.id = wanted.value", nearest.Select(near => near.VectorId)))
            while (embeddings.Read())
                hits.Add(new VectorHit(nearest[embeddings.Place].PaperId, VectorCodec.Dot(query, embeddings.Blob, scratch)));
        hits.Sort((a, b) => b.Similarity != a.Similarity ? b.Similarity.CompareTo(a.Similarity) : a.PaperId.CompareTo(b.PaperId));
        return hits.Count > limit ? hits[..limit] : hits;
    }

    /// <summary>The exact similarity of these papers, as far as they have an embedding; in no order.</summary>
    public List<VectorHit> Score(SqliteConnection connection, ReadOnlySpan<float> query, IReadOnlyList<long> paperIds)
    {
        if (paperIds.Count == 0 || Load(connection) is not { } codes)
            return [];
        var (hits, scratch) = (new List<VectorHit>(paperIds.Count), new float[query.Length]);
        using var embeddings = new BlobReader(connection, "t.embedding", $"vectors t ON {OfPaper}", paperIds, codes.Model.Id);
        while (embeddings.Read())
            hits.Add(new VectorHit(paperIds[embeddings.Place], VectorCodec.Dot(query, embeddings.Blob, scratch)));
        return hits;
    }

    /// <summary>By paper, its normalized embedding, as far as it has one.</summary>
    public Dictionary<long, float[]> Embeddings(SqliteConnection connection, IReadOnlyList<long> paperIds)
    {
        var found = new Dictionary<long, float[]>(paperIds.Count);
        if (paperIds.Count == 0 || Load(connection) is not { } codes)
            return found;
        using var embeddings = new BlobReader(connection, "t.embedding", $"vectors t ON {OfPaper}", paperIds, codes.Model.Id);
        while (embeddings.Read())
            VectorCodec.Decode(embeddings.Blob, found[paperIds[embeddings.Place]] = new float[codes.Model.Dimensions]);
        return found;
    }

    /// <summary>By paper, the similarity of each of its sentences, as far as they have embeddings.</summary>
    public Dictionary<long, IReadOnlyList<SentenceSimilarity>> ScoreSentences(
        SqliteConnection connection, ReadOnlySpan<float> query, IReadOnlyList<long> paperIds)
    {
        var sentences = new Dictionary<long, IReadOnlyList<SentenceSimilarity>>(paperIds.Count);
        if (paperIds.Count == 0 || Load(connection) is not { } codes)
            return sentences;
        using var vectors = new BlobReader(connection, "t.vectors", $"sentence_vectors t ON {OfPaper}", paperIds, codes.Model.Id);
        while (vectors.Read())
            sentences[paperIds[vectors.Place]] = SentenceVectors.Compare(vectors.Blob, query);
        return sentences;
    }

    private CodeArray? Load(SqliteConnection connection)
    {
        if (Current(connection) is { } current)
            return current;
        lock (_loading)
        {
            if (Current(connection) is { } loaded)
                return loaded;
            if (VectorModel.Find(connection, model) is not { } row)
                return null;
            var codes = _codes is { } old && IsOf(old, row.Id, row.MeanCount) ? old : new CodeArray(row);
            codes = codes.Append(connection);
            // A long run leaves codes of papers that were removed or changed; they take the places of candidates.
            var present = connection.Count("SELECT count(*) FROM vectors WHERE model_id = $model", ("$model", row.Id));
            return _codes = codes.Count - present > present / 8 + MostOutdated ? new CodeArray(row).Append(connection) : codes;
        }
    }

    /// <summary>The codes in memory when they are those of the table. Asked before every search, so it reads no more than three numbers.</summary>
    private CodeArray? Current(SqliteConnection connection)
    {
        if (_codes is not { } codes)
            return null;
        var latest = connection.Query(
            "SELECT id, mean_count, (SELECT coalesce(max(id), 0) FROM vectors WHERE model_id = m.id) FROM models m WHERE identity = $model",
            row => (Model: row.GetInt64(0), MeanCount: row.GetInt64(1), LastId: row.GetInt64(2)), ("$model", model));
        return latest is [var now] && IsOf(codes, now.Model, now.MeanCount) && codes.LastId >= now.LastId ? codes : null;
    }

    private static bool IsOf(CodeArray codes, long modelId, long meanCount) => codes.Model.Id == modelId && codes.Model.MeanCount == meanCount;
}
