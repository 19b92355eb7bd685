using System.Buffers;
using Microsoft.Data.Sqlite;
using PaperBot.Storage;

namespace PaperBot.Retrieval;

/// <summary>
/// The sign codes of a model's vectors, in one contiguous array in the order of their ids, in blocks as <see cref="QueryCode"/> reads them.
/// <see cref="Append"/> returns a new one, so that searches under way keep the one they started with. It shares the arrays where they have
/// room, as only places behind <see cref="Count"/> are written: appending costs what is appended. A block at the end may gain codes while
/// it is read, and nobody looks at their distances.
/// </summary>
internal sealed class CodeArray
{
    private readonly byte[] _codes;
    private readonly long[] _vectorIds;
    private readonly long[] _paperIds;

    public CodeArray(VectorModel model)
        : this(model, [], [], [], 0)
    {
    }

    private CodeArray(VectorModel model, byte[] codes, long[] vectorIds, long[] paperIds, int count) =>
        (Model, _codes, _vectorIds, _paperIds, Count) = (model, codes, vectorIds, paperIds, count);

    /// <summary>Whose codes these are, as it was when they were read; they were taken about its mean.</summary>
    public VectorModel Model { get; }

    public int Count { get; }

    public long LastId => Count > 0 ? _vectorIds[Count - 1] : 0;

    /// <summary>With what the table has behind the last id. To be called of the newest array only, one caller at a time.</summary>
    public CodeArray Append(SqliteConnection connection)
    {
        using var command = connection.Prepare(
            "SELECT id, paper_id, code FROM vectors WHERE model_id = $model AND id > $after ORDER BY id", ("$model", Model.Id), ("$after", LastId));
        using var reader = command.ExecuteReader();
        var (codes, vectorIds, paperIds, count) = (_codes, _vectorIds, _paperIds, Count);
        var size = VectorCodec.CodeBytes(Model.Dimensions);
        while (reader.Read())
        {
            if (count == vectorIds.Length)
            {
                var room = Math.Max(QueryCode.Block, (count + count / 4) / QueryCode.Block * QueryCode.Block + QueryCode.Block);
                Array.Resize(ref codes, room * size);
                Array.Resize(ref vectorIds, room);
                Array.Resize(ref paperIds, room);
            }

            var block = codes.AsSpan(count / QueryCode.Block * QueryCode.Block * size, size * QueryCode.Block);
            var code = reader.GetFieldValue<byte[]>(2);
            for (var i = 0; i < size; i++)
                block[i * QueryCode.Block + count % QueryCode.Block] = code[i];
            vectorIds[count] = reader.GetInt64(0);
            paperIds[count] = reader.GetInt64(1);
            count++;
        }

        return new CodeArray(Model, codes, vectorIds, paperIds, count);
    }

    /// <summary>The vectors whose codes lie nearest to the query's, in the order of their ids; ties beyond the count are cut by id.</summary>
    public List<(long VectorId, long PaperId)> Nearest(ReadOnlySpan<float> query, int count, IReadOnlySet<long>? allowed)
    {
        var code = new QueryCode(query);
        var histogram = new int[code.Farthest + 1];
        var measured = (Count + QueryCode.Block - 1) / QueryCode.Block * QueryCode.Block;
        var rented = ArrayPool<ushort>.Shared.Rent(measured);
        code.Measure(_codes.AsSpan(0, measured * VectorCodec.CodeBytes(Model.Dimensions)), rented.AsSpan(0, measured));
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
