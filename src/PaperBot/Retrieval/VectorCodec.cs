using System.Buffers.Binary;
using System.Numerics.Tensors;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace PaperBot.Retrieval;

/// <summary>
/// How a normalized embedding of n dimensions is stored: a float32 scale, then n signed bytes (n + 4 bytes), so that
/// component = scale × byte; and its code, one bit a dimension: whether it lies above the library's mean (n / 8 bytes, padded to 8).
/// </summary>
internal static class VectorCodec
{
    private const int Header = sizeof(float);

    /// <summary>Bytes of a stored embedding.</summary>
    public static int Size(int dimensions) => Header + dimensions;

    public static byte[] Encode(ReadOnlySpan<float> embedding)
    {
        var bytes = new byte[Header + embedding.Length];
        var scale = TensorPrimitives.MaxMagnitude(embedding) is var largest && Math.Abs(largest) > 0 ? Math.Abs(largest) / sbyte.MaxValue : 1f;
        BinaryPrimitives.WriteSingleLittleEndian(bytes, scale);
        for (var i = 0; i < embedding.Length; i++)
            bytes[Header + i] = unchecked((byte)(sbyte)MathF.Round(embedding[i] / scale));
        return bytes;
    }

    public static void Decode(ReadOnlySpan<byte> bytes, Span<float> embedding)
    {
        Widen(MemoryMarshal.Cast<byte, sbyte>(bytes[Header..]), embedding);
        TensorPrimitives.Multiply(embedding, BinaryPrimitives.ReadSingleLittleEndian(bytes), embedding);
    }

    /// <summary>The dot product with a stored embedding: the cosine, as both are normalized.</summary>
    /// <param name="scratch">Room for one embedding, to spare an allocation.</param>
    public static float Dot(ReadOnlySpan<float> query, ReadOnlySpan<byte> bytes, Span<float> scratch)
    {
        Widen(MemoryMarshal.Cast<byte, sbyte>(bytes[Header..]), scratch);
        return TensorPrimitives.Dot(query, scratch) * BinaryPrimitives.ReadSingleLittleEndian(bytes);
    }

    /// <summary>The number of 64-bit words in a code.</summary>
    public static int CodeWords(int dimensions) => (dimensions + 63) / 64;

    public static int CodeBytes(int dimensions) => CodeWords(dimensions) * sizeof(ulong);

    public static void Sign(ReadOnlySpan<float> embedding, ReadOnlySpan<float> mean, Span<ulong> code)
    {
        code.Clear();
        for (var i = 0; i < embedding.Length; i++)
            if (embedding[i] > mean[i])
                code[i >> 6] |= 1UL << (i & 63);
    }

    /// <summary>As <see cref="TensorPrimitives.ConvertTruncating{TFrom, TTo}"/>, which takes these types one by one; a search widens hundreds of embeddings.</summary>
    private static void Widen(ReadOnlySpan<sbyte> from, Span<float> to)
    {
        var i = 0;
        for (; i <= from.Length - Vector256<sbyte>.Count; i += Vector256<sbyte>.Count)
        {
            var (low, high) = Vector256.Widen(Vector256.Create(from[i..]));
            Store(low, to[i..]);
            Store(high, to[(i + Vector256<short>.Count)..]);
        }

        for (; i < from.Length; i++)
            to[i] = from[i];

        static void Store(Vector256<short> values, Span<float> to)
        {
            var (low, high) = Vector256.Widen(values);
            Vector256.ConvertToSingle(low).CopyTo(to);
            Vector256.ConvertToSingle(high).CopyTo(to[Vector256<int>.Count..]);
        }
    }
}
