using PaperBot.Digests.Subscriptions;
using PaperBot.Papers;
using PaperBot.Retrieval;

namespace PaperBot.Digests.Ranking;

/// <summary>An interest as papers are compared with it.</summary>
/// <param name="Model">The row of the model in use; null without one, or while the library has no embedding of it.</param>
/// <param name="Zero">See <see cref="SimilarityScale"/>.</param>
/// <param name="Topics">The embeddings of the interest's topics, in their order; null without a model.</param>
/// <param name="Seeds">Those that the library has.</param>
internal sealed record Aim(Interest Interest, VectorModel? Model, float Zero, IReadOnlyList<float[]?> Topics, IReadOnlyList<SeedPaper> Seeds)
{
    /// <summary>A cosine on the scale of the model in use.</summary>
    public float Scaled(float cosine) => (cosine - Zero) / (1 - Zero);
}

/// <param name="Vector">Null while it has no embedding.</param>
internal sealed record SeedPaper(long Id, Paper Paper, float[]? Vector);
