using System.Globalization;
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
    private readonly Lock _loading = new();
    private volatile CodeArray? _codes;

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
        var hits = Score(connection, "id", nearest, query);
        hits.Sort((a, b) => b.Similarity != a.Similarity ? b.Similarity.CompareTo(a.Similarity) : a.PaperId.CompareTo(b.PaperId));
        return hits.Count > limit ? hits[..limit] : hits;
    }

    /// <summary>The exact similarity of these papers, as far as they have an embedding; in no order.</summary>
    public List<VectorHit> Score(SqliteConnection connection, ReadOnlySpan<float> query, IReadOnlyCollection<long> paperIds) =>
        Score(connection, "paper_id", paperIds, query);

    /// <summary>By paper, the similarity of each of its sentences, as far as they have embeddings.</summary>
    public Dictionary<long, IReadOnlyList<SentenceSimilarity>> ScoreSentences(
        SqliteConnection connection, ReadOnlySpan<float> query, IReadOnlyCollection<long> paperIds)
    {
        var sentences = new Dictionary<long, IReadOnlyList<SentenceSimilarity>>();
        using var command = connection.Prepare(
            $"SELECT paper_id, vectors FROM sentence_vectors WHERE paper_id IN ({Join(paperIds)}) AND model_id = (SELECT id FROM models WHERE identity = $model)",
            ("$model", model));
        using var reader = command.ExecuteReader();
        while (reader.Read())
            sentences[reader.GetInt64(0)] = SentenceVectors.Compare(reader.GetFieldValue<byte[]>(1), query);
        return sentences;
    }

    private List<VectorHit> Score(SqliteConnection connection, string column, IReadOnlyCollection<long> ids, ReadOnlySpan<float> query)
    {
        var hits = new List<VectorHit>(ids.Count);
        if (ids.Count == 0)
            return hits;
        var scratch = new float[query.Length];
        using var command = connection.Prepare(
            $"SELECT paper_id, embedding FROM vectors WHERE {column} IN ({Join(ids)}) AND model_id = (SELECT id FROM models WHERE identity = $model)",
            ("$model", model));
        using var reader = command.ExecuteReader();
        while (reader.Read())
            hits.Add(new VectorHit(reader.GetInt64(0), VectorCodec.Dot(query, reader.GetFieldValue<byte[]>(1), scratch)));
        return hits;
    }

    private static string Join(IEnumerable<long> ids) => string.Join(',', ids.Select(id => id.ToString(CultureInfo.InvariantCulture)));

    private CodeArray? Load(SqliteConnection connection)
    {
        if (VectorModel.Find(connection, model) is not { } row)
            return null;
        if (IsCurrent(_codes) is { } current)
            return current;
        lock (_loading)
        {
            if (IsCurrent(_codes) is { } loaded)
                return loaded;
            var codes = _codes is { } old && old.MeanCount == row.MeanCount ? old : new CodeArray(row);
            return _codes = codes.Append(connection, row.Id);
        }

        CodeArray? IsCurrent(CodeArray? codes) =>
            codes is not null && codes.MeanCount == row.MeanCount
            && codes.LastId >= connection.Count("SELECT coalesce(max(id), 0) FROM vectors WHERE model_id = $model", ("$model", row.Id)) ? codes : null;
    }
}
