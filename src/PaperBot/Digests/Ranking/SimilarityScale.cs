using System.Numerics.Tensors;
using PaperBot.Retrieval;

namespace PaperBot.Digests.Ranking;

/// <summary>
/// What a cosine means depends on the model: with one, texts that have nothing to do with each other are at 0.05, with another at 0.7. So each is
/// measured by texts that are as far apart as texts are: their mean cosine becomes 0, and 1 stays 1. It depends on nothing that the
/// library holds, so that a score means the same from day to day.
/// </summary>
internal sealed class SimilarityScale(QueryEmbedder embedder)
{
    private static readonly string[] Apart =
    [
        "The yeast was left to rise overnight and the loaf was baked in a clay oven.",
        "Treaties between coastal cities regulated the salt trade in the fourteenth century.",
        "Spectra of distant galaxies show how fast hydrogen clouds rotate.",
        "The operating system swaps memory pages that no process has used lately.",
        "Violin concertos of the period end with a fast movement in the home key.",
        "Vaccination of calves lowers the number of lung infections in a herd.",
        "Every bounded monotone sequence of real numbers converges.",
        "The referee stopped the match because the pitch was flooded.",
        "Verbs agree with the object in some languages of the northern mountains.",
        "Central banks raise interest rates when prices climb too quickly.",
        "The enzyme binds copper and splits the sugar in two steps.",
        "Concrete bridges are inspected for cracks with small drones.",
    ];

    private volatile Measured? _measured;

    /// <summary>The cosine of texts that have nothing in common, for the model in use; 0 without one.</summary>
    public async Task<float> ZeroAsync(string? model, CancellationToken cancellationToken)
    {
        if (model is null)
            return 0;
        if (_measured is { } known && known.Model == model)
            return known.Zero;
        var vectors = await embedder.PassagesAsync(Apart, cancellationToken).ConfigureAwait(false);
        var (sum, pairs) = (0f, 0);
        for (var i = 0; i < vectors.Count; i++)
            for (var j = 0; j < i; j++, pairs++)
                sum += TensorPrimitives.Dot(vectors[i].Span, vectors[j].Span);
        var zero = pairs > 0 ? Math.Clamp(sum / pairs, 0, 0.95f) : 0;
        _measured = new Measured(model, zero);
        return zero;
    }

    private sealed record Measured(string Model, float Zero);
}
