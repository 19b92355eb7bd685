namespace PaperBot.Retrieval.Evaluation;

/// <summary>How good a ranking is, each from 0 to 1; definitions as in trec_eval.</summary>
internal static class RankingMetrics
{
    /// <summary>Discounted cumulative gain of the first <paramref name="depth"/> against that of the best order (Järvelin and Kekäläinen, 2002).</summary>
    public static double Ndcg(IReadOnlyList<string> ranking, IReadOnlyDictionary<string, int> relevant, int depth)
    {
        var gain = ranking.Take(depth).Select((id, rank) => relevant.GetValueOrDefault(id) / Math.Log2(rank + 2)).Sum();
        var ideal = relevant.Values.OrderDescending().Take(depth).Select((grade, rank) => grade / Math.Log2(rank + 2)).Sum();
        return ideal > 0 ? gain / ideal : 0;
    }

    public static double Recall(IReadOnlyList<string> ranking, IReadOnlyDictionary<string, int> relevant, int depth) =>
        relevant.Count > 0 ? (double)ranking.Take(depth).Count(relevant.ContainsKey) / relevant.Count : 0;

    /// <summary>One over the rank of the first relevant document; 0 when there is none among the first <paramref name="depth"/>.</summary>
    public static double ReciprocalRank(IReadOnlyList<string> ranking, IReadOnlyDictionary<string, int> relevant, int depth)
    {
        var first = ranking.Take(depth).Select(relevant.ContainsKey).TakeWhile(found => !found).Count();
        return first < Math.Min(depth, ranking.Count) ? 1.0 / (first + 1) : 0;
    }

    /// <summary>The value below which the given share of the values lies: the nearest rank, without interpolation.</summary>
    public static double Percentile(IReadOnlyList<double> sorted, double share) =>
        sorted.Count == 0 ? 0 : sorted[Math.Clamp((int)Math.Ceiling(share * sorted.Count) - 1, 0, sorted.Count - 1)];
}
