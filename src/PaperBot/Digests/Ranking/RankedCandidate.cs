using PaperBot.Papers;

namespace PaperBot.Digests.Ranking;

/// <summary>A paper with everything that made its score.</summary>
/// <param name="Score">A probability, 0 to 1.</param>
/// <param name="Vector">Empty while it has no embedding.</param>
internal sealed record RankedCandidate(Paper Paper, float Score, InterestScore Interest, float[] Vector, Liking Taste, SourceCounts Sources);
