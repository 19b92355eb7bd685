using System.Numerics.Tensors;

namespace PaperBot.Digests.Ranking;

/// <summary>
/// Chooses papers that are good and not all the same, one after the other: each by its score less what it repeats of those chosen before
/// (maximal marginal relevance, Carbonell and Goldstein 1998).
/// </summary>
internal static class Diversity
{
    // Scaled cosine at which papers begin to repeat each other, and what a copy loses of its score. Papers of one narrow topic are at 0.5.
    private const float Alike = 0.6f, Copy = 0.4f;

    /// <param name="ranked">The best first.</param>
    /// <returns>In the order in which they were chosen.</returns>
    public static List<RankedCandidate> Choose(IReadOnlyList<RankedCandidate> ranked, int most, Aim aim)
    {
        var (chosen, left) = (new List<RankedCandidate>(), ranked.ToList());
        var repeated = new Dictionary<RankedCandidate, float>();
        while (chosen.Count < most && left.Count > 0)
        {
            // The first of equals is the one that was ranked higher.
            var next = left.MaxBy(candidate => candidate.Score - repeated.GetValueOrDefault(candidate))!;
            chosen.Add(next);
            left.Remove(next);
            foreach (var candidate in left.Where(candidate => candidate.Vector.Length > 0 && next.Vector.Length > 0))
            {
                var likeness = aim.Scaled(TensorPrimitives.Dot<float>(candidate.Vector, next.Vector));
                var lost = Copy * Math.Clamp((likeness - Alike) / (1 - Alike), 0, 1);
                repeated[candidate] = Math.Max(lost, repeated.GetValueOrDefault(candidate));
            }
        }

        return chosen;
    }
}
