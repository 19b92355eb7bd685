using System.Runtime.InteropServices;
using Microsoft.Data.Sqlite;
using PaperBot.Storage;

namespace PaperBot.Retrieval;

/// <summary>A row of the <c>models</c> table: which model made the vectors, and the mean that their codes are taken about.</summary>
/// <param name="MeanCount">How many vectors the mean is of; 0 while it is the zero vector. It changes whenever the codes do.</param>
internal sealed record VectorModel(long Id, int Dimensions, float[] Mean, long MeanCount)
{
    public static VectorModel? Find(SqliteConnection connection, string identity) =>
        connection.Query(
            "SELECT id, dimensions, mean, mean_count FROM models WHERE identity = $identity",
            row => new VectorModel(
                row.GetInt64(0), row.GetInt32(1), MemoryMarshal.Cast<byte, float>(row.GetFieldValue<byte[]>(2)).ToArray(), row.GetInt64(3)),
            ("$identity", identity)).FirstOrDefault();

    public static VectorModel FindOrAdd(SqliteConnection connection, string identity, int dimensions)
    {
        connection.Execute(
            "INSERT INTO models (identity, dimensions, mean) VALUES ($identity, $dimensions, zeroblob($bytes)) ON CONFLICT (identity) DO NOTHING",
            ("$identity", identity), ("$dimensions", dimensions), ("$bytes", dimensions * sizeof(float)));
        return Find(connection, identity)!;
    }
}
