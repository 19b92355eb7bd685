using System.Numerics;
using System.Runtime.InteropServices;
using Microsoft.Data.Sqlite;
using PaperBot.Storage;

namespace PaperBot.Retrieval;

/// <summary>
/// The sign codes of a model's vectors, in one contiguous array in the order of their ids. Immutable: <see cref="Append"/> returns a
/// new one, so that searches under way keep the array they started with.
/// </summary>
internal sealed class CodeArray
{
    private readonly int _words;
    private readonly float[] _mean;
    private readonly ulong[] _codes;
    private readonly long[] _vectorIds;
    private readonly long[] _paperIds;

    public CodeArray(VectorModel model)
        : this(model.Dimensions, model.Mean, model.MeanCount, [], [], [])
    {
    }

    private CodeArray(int dimensions, float[] mean, long meanCount, ulong[] codes, long[] vectorIds, long[] paperIds)
    {
        (Dimensions, _mean, MeanCount) = (dimensions, mean, meanCount);
        _words = VectorCodec.CodeWords(dimensions);
        (_codes, _vectorIds, _paperIds) = (codes, vectorIds, paperIds);
    }

    public int Dimensions { get; }

    /// <summary>Tells which mean the codes were taken about.</summary>
    public long MeanCount { get; }

    public int Count => _vectorIds.Length;

    public long LastId => _vectorIds.Length > 0 ? _vectorIds[^1] : 0;

    public CodeArray Append(SqliteConnection connection, long modelId)
    {
        using var command = connection.Prepare(
            "SELECT id, paper_id, code FROM vectors WHERE model_id = $model AND id > $after ORDER BY id", ("$model", modelId), ("$after", LastId));
        using var reader = command.ExecuteReader();
        var (codes, vectorIds, paperIds) = (new List<ulong>(_codes), new List<long>(_vectorIds), new List<long>(_paperIds));
        while (reader.Read())
        {
            vectorIds.Add(reader.GetInt64(0));
            paperIds.Add(reader.GetInt64(1));
            codes.AddRange(MemoryMarshal.Cast<byte, ulong>(reader.GetFieldValue<byte[]>(2)));
        }

        return new CodeArray(Dimensions, _mean, MeanCount, [.. codes], [.. vectorIds], [.. paperIds]);
    }

    /// <summary>Ids of the vectors whose codes differ from the query's in the fewest bits, in no order; ties beyond the count are cut by id.</summary>
    public List<long> Nearest(ReadOnlySpan<float> query, int count, IReadOnlySet<long>? allowed)
    {
        Span<ulong> code = stackalloc ulong[_words];
        VectorCodec.Sign(query, _mean, code);
        var distances = new ushort[Count];
        var histogram = new int[_words * 64 + 1];
        for (int i = 0, at = 0; i < distances.Length; i++, at += _words)
        {
            if (allowed is not null && !allowed.Contains(_paperIds[i]))
            {
                distances[i] = ushort.MaxValue;
                continue;
            }

            var distance = 0;
            for (var word = 0; word < code.Length; word++)
                distance += BitOperations.PopCount(_codes[at + word] ^ code[word]);
            distances[i] = (ushort)distance;
            histogram[distance]++;
        }

        // The distance at which the count is reached, and how many of exactly that distance there is still room for.
        var (limit, room) = (0, count);
        while (limit < histogram.Length - 1 && histogram[limit] < room)
            room -= histogram[limit++];
        var nearest = new List<long>(Math.Min(count, Count));
        for (var i = 0; i < distances.Length; i++)
            if (distances[i] < limit || (distances[i] == limit && room-- > 0))
                nearest.Add(_vectorIds[i]);
        return nearest;
    }
}
