using System.Buffers.Binary;
using PaperBot.Papers;

namespace PaperBot.Retrieval;

/// <summary>A sentence of an abstract and its cosine similarity to a query, -1 to 1.</summary>
internal readonly record struct SentenceSimilarity(SentenceSpan Span, float Similarity);

/// <summary>
/// How the embeddings of an abstract's sentences are stored: for each, its start and length in the abstract (int32, little-endian), then
/// its embedding as <see cref="VectorCodec"/> has it. The places go along, so that a quote stays right if sentences are once cut differently.
/// </summary>
internal static class SentenceVectors
{
    private const int Header = 2 * sizeof(int);

    // A longer abstract is a pasted chapter; its first sentences say what it is about.
    private const int MostSentences = 64;

    /// <summary>The sentences of an abstract that are embedded.</summary>
    public static IReadOnlyList<SentenceSpan> Spans(string text) => [.. SentenceSplitter.Spans(text).Take(MostSentences)];

    public static byte[] Encode(IReadOnlyList<SentenceSpan> spans, IReadOnlyList<ReadOnlyMemory<float>> embeddings)
    {
        using var bytes = new MemoryStream();
        Span<byte> header = stackalloc byte[Header];
        for (var i = 0; i < spans.Count; i++)
        {
            BinaryPrimitives.WriteInt32LittleEndian(header, spans[i].Start);
            BinaryPrimitives.WriteInt32LittleEndian(header[sizeof(int)..], spans[i].Length);
            bytes.Write(header);
            bytes.Write(VectorCodec.Encode(embeddings[i].Span));
        }

        return bytes.ToArray();
    }

    public static IReadOnlyList<SentenceSimilarity> Compare(ReadOnlySpan<byte> vectors, ReadOnlySpan<float> query)
    {
        var size = Header + VectorCodec.Size(query.Length);
        var scratch = new float[query.Length];
        var similarities = new SentenceSimilarity[vectors.Length / size];
        for (var i = 0; i < similarities.Length; i++)
        {
            var sentence = vectors.Slice(i * size, size);
            var span = new SentenceSpan(BinaryPrimitives.ReadInt32LittleEndian(sentence), BinaryPrimitives.ReadInt32LittleEndian(sentence[sizeof(int)..]));
            similarities[i] = new SentenceSimilarity(span, VectorCodec.Dot(query, sentence[Header..], scratch));
        }

        return similarities;
    }
}
