using System.Numerics.Tensors;
using System.Runtime.Intrinsics;

namespace PaperBot.Retrieval;

/// <summary>
/// A query as sign codes are compared with it. A paper's code keeps the sign of each dimension alone, but the query has more to say: a
/// dimension in which it is strong counts more than one in which it is weak. So each counts with its size where the signs differ: a Hamming
/// distance with weights, which orders papers as the dot product of the query and their signs would. With 400 candidates it finds 0.996 of
/// the ten nearest where plain Hamming distance finds 0.954 (600 questions to arXiv papers). The idea is RaBitQ's
/// (https://arxiv.org/abs/2405.12497); the way to look up four dimensions of sixteen papers at once is that of Quick ADC
/// (https://arxiv.org/abs/1704.07355).
/// </summary>
internal sealed class QueryCode
{
    /// <summary>Papers whose codes lie together: their first bytes, then their second bytes, and so on.</summary>
    public const int Block = 16;

    // Weights of four dimensions, looked up for two halves of four bytes, still fit a byte: 4 × 7 × 8 = 224.
    private const int Heaviest = 7, BytesTogether = 4;

    // In root mean squares of the query; the few dimensions that are stronger count as this.
    private const float Strongest = 2.5f;

    // Of each half byte of a code, the distance that each of its sixteen values adds.
    private readonly Vector128<byte>[] _tables;

    /// <param name="query">As it is, not centred: the mean that the codes are taken about adds the same to every paper's similarity.</param>
    public QueryCode(ReadOnlySpan<float> query)
    {
        _tables = new Vector128<byte>[VectorCodec.CodeBytes(query.Length) * 2];
        var norm = TensorPrimitives.Norm(query);
        var step = norm > 0 ? Strongest * norm / MathF.Sqrt(query.Length) / Heaviest : 1;
        Span<byte> table = stackalloc byte[Vector128<byte>.Count];
        for (var half = 0; half < _tables.Length; half++)
        {
            table.Clear();
            foreach (var (value, bit) in Bits)
            {
                var dimension = half * 4 + bit;
                if (dimension < query.Length && (value >> bit & 1) != (query[dimension] > 0 ? 1 : 0))
                    table[value] += (byte)Math.Min(Heaviest, MathF.Round(Math.Abs(query[dimension]) / step));
            }

            _tables[half] = Vector128.Create<byte>(table);
        }
    }

    private static readonly (int Value, int Bit)[] Bits = [.. Enumerable.Range(0, 64).Select(i => (i / 4, i % 4))];

    /// <summary>No distance is greater.</summary>
    public int Farthest => _tables.Length * 4 * Heaviest;

    /// <param name="codes">Whole blocks of codes.</param>
    /// <param name="distances">Takes the distance of each.</param>
    public void Measure(ReadOnlySpan<byte> codes, Span<ushort> distances)
    {
        var tables = _tables.AsSpan();
        var bytes = tables.Length / 2;
        for (var block = 0; block < distances.Length / Block; block++)
        {
            var of = codes.Slice(block * bytes * Block, bytes * Block);
            var (low, high) = (Vector128<ushort>.Zero, Vector128<ushort>.Zero);
            for (var first = 0; first < bytes; first += BytesTogether)
            {
                var sum = Vector128<byte>.Zero;
                for (var at = first; at < first + BytesTogether; at++)
                {
                    var values = Vector128.Create(of.Slice(at * Block, Block));
                    sum += Vector128.ShuffleNative(tables[2 * at], values & Vector128.Create((byte)0xF)) + Vector128.ShuffleNative(tables[2 * at + 1], values >>> 4);
                }

                low += Vector128.WidenLower(sum);
                high += Vector128.WidenUpper(sum);
            }

            low.CopyTo(distances[(block * Block)..]);
            high.CopyTo(distances[(block * Block + Vector128<ushort>.Count)..]);
        }
    }
}
