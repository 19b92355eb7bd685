using System.Buffers.Binary;
using System.Numerics.Tensors;
using PaperBot.Papers;

namespace PaperBot.Retrieval;

/// <summary>A sentence of an abstract and its cosine similarity, -1 to 1, to a query.</summary>
/// <param name="Typicality">Its cosine to the mean of the abstract's sentences: how far it says what the whole abstract says.</param>
internal readonly record struct SentenceSimilarity(SentenceSpan Span, float Similarity, float Typicality);

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
        var similarities = new SentenceSimilarity[vectors.Length / size];
        var (sentences, mean) = (new float[similarities.Length * query.Length], new float[query.Length]);
        for (var i = 0; i < similarities.Length; i++)
        {
            VectorCodec.Decode(vectors.Slice(i * size + Header, size - Header), Sentence(i));
            TensorPrimitives.Add(mean, Sentence(i), mean);
        }

        var norm = TensorPrimitives.Norm<float>(mean);
        for (var i = 0; i < similarities.Length; i++)
        {
            var place = vectors.Slice(i * size, Header);
            similarities[i] = new SentenceSimilarity(
                new SentenceSpan(BinaryPrimitives.ReadInt32LittleEndian(place), BinaryPrimitives.ReadInt32LittleEndian(place[sizeof(int)..])),
                TensorPrimitives.Dot(query, Sentence(i)),
                norm > 0 ? TensorPrimitives.Dot<float>(mean, Sentence(i)) / norm : 0);
        }

        return similarities;

        Span<float> Sentence(int i) => sentences.AsSpan(i * mean.Length, mean.Length);
    }
}
