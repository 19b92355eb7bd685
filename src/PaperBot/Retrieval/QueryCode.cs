using System.Numerics;
using System.Numerics.Tensors;

namespace PaperBot.Retrieval;

/// <summary>
/// A query as sign codes are compared with it. A paper's code keeps the sign of each dimension alone, but the query has more to say: a
/// dimension in which it is strong counts more than one in which it is weak. So each counts with its size, in three bits, where the signs
/// differ: a Hamming distance with weights, which orders papers as the dot product of the query and their signs would. Against plain
/// Hamming distance this finds 0.997 instead of 0.957 of the ten nearest among 400 candidates (33,000 arXiv papers, 400 questions).
/// The idea is that of RaBitQ (https://arxiv.org/abs/2405.12497).
/// </summary>
internal sealed class QueryCode
{
    private const int Planes = 3, Heaviest = (1 << Planes) - 1;

    // In root mean squares of the query; the few dimensions that are stronger count as this.
    private const float Strongest = 2.5f;

    private readonly ulong[] _signs;
    private readonly ulong[][] _planes;

    /// <param name="query">As it is, not centred: the mean that the codes are taken about adds the same to every paper's similarity.</param>
    public QueryCode(ReadOnlySpan<float> query)
    {
        var words = VectorCodec.CodeWords(query.Length);
        _signs = new ulong[words];
        _planes = [new ulong[words], new ulong[words], new ulong[words]];
        var norm = TensorPrimitives.Norm(query);
        var step = norm > 0 ? Strongest * norm / MathF.Sqrt(query.Length) / Heaviest : 1;
        for (var i = 0; i < query.Length; i++)
        {
            var (word, bit) = (i >> 6, 1UL << (i & 63));
            if (query[i] > 0)
                _signs[word] |= bit;
            var weight = (int)Math.Min(Heaviest, MathF.Round(Math.Abs(query[i]) / step));
            for (var plane = 0; plane < Planes; plane++)
                if ((weight >> plane & 1) != 0)
                    _planes[plane][word] |= bit;
        }

        Farthest = query.Length * Heaviest;
    }

    /// <summary>No distance is greater.</summary>
    public int Farthest { get; }

    /// <param name="codes">Codes one after another.</param>
    /// <param name="distances">Takes the distance of each.</param>
    public void Measure(ReadOnlySpan<ulong> codes, Span<ushort> distances)
    {
        // Sliced to one length, so that the inner loop needs no check of its bounds.
        ReadOnlySpan<ulong> signs = _signs;
        var ones = _planes[0].AsSpan(0, signs.Length);
        var twos = _planes[1].AsSpan(0, signs.Length);
        var fours = _planes[2].AsSpan(0, signs.Length);
        for (var i = 0; i < distances.Length; i++)
        {
            var code = codes.Slice(i * signs.Length, signs.Length);
            var distance = 0;
            for (var word = 0; word < signs.Length; word++)
            {
                var differing = code[word] ^ signs[word];
                distance += BitOperations.PopCount(differing & ones[word])
                    + 2 * BitOperations.PopCount(differing & twos[word]) + 4 * BitOperations.PopCount(differing & fours[word]);
            }

            distances[i] = (ushort)distance;
        }
    }
}
