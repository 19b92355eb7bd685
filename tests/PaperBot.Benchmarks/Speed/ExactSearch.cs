using System.Numerics.Tensors;
using Microsoft.Data.Sqlite;
using PaperBot.Retrieval;
using PaperBot.Storage;

namespace PaperBot.Benchmarks.Speed;

/// <summary>What the vector stage is measured against: every embedding of the library in memory (float32), each compared with the query.</summary>
internal sealed class ExactSearch
{
    private readonly int _dimensions;
    private readonly long[] _papers;
    private readonly float[] _embeddings;

    private ExactSearch(int dimensions, long[] papers, float[] embeddings) => (_dimensions, _papers, _embeddings) = (dimensions, papers, embeddings);

    public int Count => _papers.Length;

    public static ExactSearch Load(SqliteConnection connection, VectorModel model)
    {
        var rows = connection.Query(
            "SELECT paper_id, embedding FROM vectors WHERE model_id = $model ORDER BY paper_id",
            row => (Paper: row.GetInt64(0), Embedding: row.GetFieldValue<byte[]>(1)), ("$model", model.Id));
        var embeddings = new float[rows.Count * model.Dimensions];
        for (var i = 0; i < rows.Count; i++)
            VectorCodec.Decode(rows[i].Embedding, embeddings.AsSpan(i * model.Dimensions, model.Dimensions));
        return new ExactSearch(model.Dimensions, [.. rows.Select(row => row.Paper)], embeddings);
    }

    /// <summary>The nearest papers, best first.</summary>
    public IReadOnlyList<long> Nearest(ReadOnlySpan<float> query, int count)
    {
        var best = new PriorityQueue<long, float>(count + 1);
        for (var i = 0; i < _papers.Length; i++)
        {
            var similarity = TensorPrimitives.Dot(query, _embeddings.AsSpan(i * _dimensions, _dimensions));
            if (best.Count < count)
                best.Enqueue(_papers[i], similarity);
            else if (best.TryPeek(out _, out var least) && similarity > least)
                best.EnqueueDequeue(_papers[i], similarity);
        }

        var nearest = new long[best.Count];
        for (var i = nearest.Length - 1; i >= 0; i--)
            nearest[i] = best.Dequeue();
        return nearest;
    }
}
