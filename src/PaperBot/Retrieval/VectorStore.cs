using System.Numerics.Tensors;
using System.Runtime.InteropServices;
using Microsoft.Data.Sqlite;
using PaperBot.Storage;

namespace PaperBot.Retrieval;

/// <summary>A paper is embedded as a whole, to be found, and sentence by sentence, to rank it finely and to quote it.</summary>
internal enum EmbeddingPart
{
    Paper,
    Sentences,
}

/// <summary>A paper that waits for an embedding, with the text that it will be of.</summary>
internal readonly record struct PendingPaper(long Id, string Title, string Abstract);

/// <summary>The vector table: writing embeddings, and finding the papers that have none yet.</summary>
internal sealed class VectorStore(LibraryDatabase database)
{
    // The mean is taken anew whenever the library has doubled; below this many papers signs about zero do as well.
    private const int FewestForMean = 256;

    /// <summary>Papers without an embedding of this model, in the order of their arrival, from those after <paramref name="afterId"/>.</summary>
    public IReadOnlyList<PendingPaper> Pending(string model, EmbeddingPart part, long afterId, int limit)
    {
        using var connection = database.Open();
        return connection.Query(
            $"""
            SELECT p.id, p.title, p.abstract FROM papers p
            WHERE p.id > $after AND {IsPending(part)} ORDER BY p.id LIMIT $limit
            """,
            row => new PendingPaper(row.GetInt64(0), row.GetString(1), row.GetString(2)), ("$after", afterId), ("$model", model), ("$limit", limit));
    }

    public long PendingCount(string model, EmbeddingPart part)
    {
        using var connection = database.Open();
        return connection.Count($"SELECT count(*) FROM papers p WHERE {IsPending(part)}", ("$model", model));
    }

    private static string IsPending(EmbeddingPart part) =>
        $"NOT EXISTS (SELECT 1 FROM {(part == EmbeddingPart.Paper ? "vectors" : "sentence_vectors")} v "
        + "WHERE v.paper_id = p.id AND v.model_id = (SELECT id FROM models WHERE identity = $model))";

    /// <summary>
    /// Stores embeddings in one transaction. A paper that was removed, or whose text has changed since it was read, is passed over:
    /// its embedding would not be that of its text.
    /// </summary>
    public void Write(string model, int dimensions, IReadOnlyList<(PendingPaper Paper, ReadOnlyMemory<float> Embedding)> batch)
    {
        using var connection = database.Open();
        using var transaction = connection.BeginTransaction(deferred: false);
        var row = VectorModel.FindOrAdd(connection, model, dimensions);
        using var insert = connection.Prepare(
            """
            INSERT INTO vectors (model_id, paper_id, embedding, code)
            SELECT $model, id, $embedding, $code FROM papers WHERE id = $paper AND title = $title AND abstract = $abstract
            ON CONFLICT (paper_id, model_id) DO NOTHING
            """,
            ("$model", row.Id), ("$paper", 0L), ("$title", ""), ("$abstract", ""), ("$embedding", Array.Empty<byte>()), ("$code", Array.Empty<byte>()));
        var code = new ulong[VectorCodec.CodeWords(dimensions)];
        foreach (var (paper, embedding) in batch)
        {
            VectorCodec.Sign(embedding.Span, row.Mean, code);
            Bind(insert, paper);
            insert.Parameters["$embedding"].Value = VectorCodec.Encode(embedding.Span);
            insert.Parameters["$code"].Value = MemoryMarshal.AsBytes(code.AsSpan()).ToArray();
            insert.ExecuteNonQuery();
        }

        var count = connection.Count("SELECT count(*) FROM vectors WHERE model_id = $model", ("$model", row.Id));
        if (count >= FewestForMean && count >= 2 * row.MeanCount)
            Recentre(connection, row, count);
        transaction.Commit();
    }

    /// <summary>Stores the embeddings of the sentences of papers, as <see cref="SentenceVectors.Encode"/> made them, likewise.</summary>
    public void WriteSentences(string model, int dimensions, IReadOnlyList<(PendingPaper Paper, byte[] Vectors)> batch)
    {
        using var connection = database.Open();
        using var transaction = connection.BeginTransaction(deferred: false);
        using var insert = connection.Prepare(
            """
            INSERT INTO sentence_vectors (model_id, paper_id, vectors)
            SELECT $model, id, $vectors FROM papers WHERE id = $paper AND title = $title AND abstract = $abstract
            ON CONFLICT (paper_id, model_id) DO NOTHING
            """,
            ("$model", VectorModel.FindOrAdd(connection, model, dimensions).Id), ("$paper", 0L), ("$title", ""), ("$abstract", ""), ("$vectors", Array.Empty<byte>()));
        foreach (var (paper, vectors) in batch)
        {
            Bind(insert, paper);
            insert.Parameters["$vectors"].Value = vectors;
            insert.ExecuteNonQuery();
        }

        transaction.Commit();
    }

    private static void Bind(SqliteCommand insert, PendingPaper paper)
    {
        insert.Parameters["$paper"].Value = paper.Id;
        insert.Parameters["$title"].Value = paper.Title;
        insert.Parameters["$abstract"].Value = paper.Abstract;
    }

    /// <summary>Takes the mean of all embeddings and codes them again about it. Doubling makes this linear over a library's life.</summary>
    private static void Recentre(SqliteConnection connection, VectorModel model, long count)
    {
        var mean = new float[model.Dimensions];
        var embedding = new float[model.Dimensions];
        foreach (var (_, bytes) in Embeddings(connection, model.Id))
        {
            VectorCodec.Decode(bytes, embedding);
            TensorPrimitives.Add(mean, embedding, mean);
        }

        TensorPrimitives.Divide(mean, count, mean);
        connection.Execute(
            "UPDATE models SET mean = $mean, mean_count = $count WHERE id = $id",
            ("$mean", MemoryMarshal.AsBytes(mean.AsSpan()).ToArray()), ("$count", count), ("$id", model.Id));

        var code = new ulong[VectorCodec.CodeWords(model.Dimensions)];
        using var update = connection.Prepare("UPDATE vectors SET code = $code WHERE id = $id", ("$id", 0L), ("$code", Array.Empty<byte>()));
        foreach (var (id, bytes) in Embeddings(connection, model.Id))
        {
            VectorCodec.Decode(bytes, embedding);
            VectorCodec.Sign(embedding, mean, code);
            update.Parameters["$id"].Value = id;
            update.Parameters["$code"].Value = MemoryMarshal.AsBytes(code.AsSpan()).ToArray();
            update.ExecuteNonQuery();
        }
    }

    /// <summary>Read in pages by id, so that rows may be updated meanwhile.</summary>
    private static IEnumerable<(long Id, byte[] Embedding)> Embeddings(SqliteConnection connection, long modelId)
    {
        const int page = 1000;
        for (long after = 0; ;)
        {
            var rows = connection.Query(
                "SELECT id, embedding FROM vectors WHERE id > $after AND model_id = $model ORDER BY id LIMIT $page",
                row => (Id: row.GetInt64(0), Embedding: row.GetFieldValue<byte[]>(1)), ("$after", after), ("$model", modelId), ("$page", page));
            foreach (var row in rows)
                yield return row;
            if (rows.Count < page)
                yield break;
            after = rows[^1].Id;
        }
    }
}
