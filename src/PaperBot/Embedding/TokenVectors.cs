using System.Numerics.Tensors;

namespace PaperBot.Embedding;

/// <summary>Makes one vector of length 1 from the vectors of several tokens.</summary>
internal static class TokenVectors
{
    /// <summary>A whole text's vector from all of its tokens.</summary>
    public static float[] Pool(ReadOnlySpan<float> tokens, int dimensions, Pooling pooling) => pooling switch
    {
        Pooling.Cls => Normalize(tokens[..dimensions].ToArray()),
        _ => Mean(tokens, dimensions),
    };

    public static float[] Mean(ReadOnlySpan<float> tokens, int dimensions)
    {
        // The sum has the mean's direction, and only the direction is left after normalizing.
        var sum = new float[dimensions];
        for (var at = 0; at < tokens.Length; at += dimensions)
            TensorPrimitives.Add(sum, tokens.Slice(at, dimensions), sum);
        return Normalize(sum);
    }

    private static float[] Normalize(float[] vector)
    {
        var norm = TensorPrimitives.Norm(vector);
        if (norm > 0)
            TensorPrimitives.Divide(vector, norm, vector);
        return vector;
    }
}
