using System.Buffers;
using System.Runtime.InteropServices;
using Microsoft.Data.Sqlite;
using PaperBot.Storage;

namespace PaperBot.Retrieval;

/// <summary>
/// The sign codes of a model's vectors, in one contiguous array in the order of their ids, in blocks as <see cref="QueryCode"/> reads them.
/// Immutable: <see cref="Append"/> returns a new one, so that searches under way keep the array they started with.
/// </summary>
internal sealed class CodeArray
{
    private readonly byte[] _codes;
    private readonly long[] _vectorIds;
    private readonly long[] _paperIds;

    public CodeArray(VectorModel model)
        : this(model, [], [], [])
    {
    }

    private CodeArray(VectorModel model, byte[] codes, long[] vectorIds, long[] paperIds) =>
        (Model, _codes, _vectorIds, _paperIds) = (model, codes, vectorIds, paperIds);

    /// <summary>Whose codes these are, as it was when they were read; they were taken about its mean.</summary>
    public VectorModel Model { get; }

    public int Count => _vectorIds.Length;

    public long LastId => _vectorIds.Length > 0 ? _vectorIds[^1] : 0;

    public CodeArray Append(SqliteConnection connection)
    {
        using var command = connection.Prepare(
            "SELECT id, paper_id, code FROM vectors WHERE model_id = $model AND id > $after ORDER BY id", ("$model", Model.Id), ("$after", LastId));
        using var reader = command.ExecuteReader();
        var (codes, vectorIds, paperIds) = (new List<byte>(_codes), new List<long>(_vectorIds), new List<long>(_paperIds));
        var size = VectorCodec.CodeBytes(Model.Dimensions);
        while (reader.Read())
        {
            var place = vectorIds.Count % QueryCode.Block;
            if (place == 0)
                CollectionsMarshal.SetCount(codes, codes.Count + size * QueryCode.Block);
            var block = CollectionsMarshal.AsSpan(codes)[^(size * QueryCode.Block)..];
            var code = reader.GetFieldValue<byte[]>(2);
            for (var i = 0; i < size; i++)
                block[i * QueryCode.Block + place] = code[i];
            vectorIds.Add(reader.GetInt64(0));
            paperIds.Add(reader.GetInt64(1));
        }

        return new CodeArray(Model, [.. codes], [.. vectorIds], [.. paperIds]);
    }

    /// <summary>The vectors whose codes lie nearest to the query's, in the order of their ids; ties beyond the count are cut by id.</summary>
    public List<(long VectorId, long PaperId)> Nearest(ReadOnlySpan<float> query, int count, IReadOnlySet<long>? allowed)
    {
        var code = new QueryCode(query);
        var histogram = new int[code.Farthest + 1];
        var rented = ArrayPool<ushort>.Shared.Rent(Count + QueryCode.Block);
        code.Measure(_codes, rented.AsSpan(0, _codes.Length / VectorCodec.CodeBytes(Model.Dimensions)));
        var distances = rented.AsSpan(0, Count);
        for (var i = 0; i < distances.Length; i++)
        {
            if (allowed is not null && !allowed.Contains(_paperIds[i]))
                distances[i] = ushort.MaxValue;
            else
                histogram[distances[i]]++;
        }

        // The distance at which the count is reached, and how many of exactly that distance there is still room for.
        var (limit, room) = (0, count);
        while (limit < histogram.Length - 1 && histogram[limit] < room)
            room -= histogram[limit++];
        var nearest = new List<(long, long)>(Math.Min(count, Count));
        for (var i = 0; i < distances.Length; i++)
            if (distances[i] < limit || (distances[i] == limit && room-- > 0))
                nearest.Add((_vectorIds[i], _paperIds[i]));
        ArrayPool<ushort>.Shared.Return(rented);
        return nearest;
    }
}
