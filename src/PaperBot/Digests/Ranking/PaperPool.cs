using Microsoft.Data.Sqlite;
using PaperBot.Retrieval;
using PaperBot.Storage;

namespace PaperBot.Digests.Ranking;

/// <summary>
/// Papers by their row ids, ascending, with their embeddings one behind the other in the form in which they are stored (388 bytes at 384
/// dimensions). A paper may have none yet, and without a model none has one. Never changed once it is made.
/// </summary>
/// <param name="Dimensions">0 without a model.</param>
/// <param name="Places">For each paper which of the embeddings is its own, -1 for none.</param>
internal sealed record PaperPool(long[] Ids, int Dimensions, int[] Places, byte[] Embeddings)
{
    public int Count => Ids.Length;

    /// <param name="embedding">Room for one embedding.</param>
    /// <returns>False when the paper has none.</returns>
    public bool TryDecode(int paper, Span<float> embedding)
    {
        if (Places[paper] < 0)
            return false;
        var size = VectorCodec.Size(Dimensions);
        VectorCodec.Decode(Embeddings.AsSpan(Places[paper] * size, size), embedding);
        return true;
    }

    /// <summary>A few papers, such as those that readers judged.</summary>
    public static PaperPool Read(SqliteConnection connection, VectorModel? model, IEnumerable<long> papers)
    {
        long[] ids = [.. papers.Distinct().Order()];
        var places = new int[ids.Length];
        Array.Fill(places, -1);
        if (model is null || ids.Length == 0)
            return new PaperPool(ids, 0, places, []);
        var size = VectorCodec.Size(model.Dimensions);
        var (embeddings, count) = (new byte[ids.Length * size], 0);
        using var rows = new BlobReader(connection, "t.embedding", "vectors t ON t.paper_id = wanted.value AND t.model_id = ?2", ids, model.Id);
        while (rows.Read())
        {
            rows.Blob.CopyTo(embeddings.AsSpan(count * size, size));
            places[rows.Place] = count++;
        }

        return new PaperPool(ids, model.Dimensions, places, embeddings);
    }
}
