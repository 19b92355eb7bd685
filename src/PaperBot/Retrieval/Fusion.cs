namespace PaperBot.Retrieval;

/// <summary>Joins the results of two searches into one ranking.</summary>
internal static class Fusion
{
    /// <summary>
    /// Standardizes both scores over the papers that either search found (mean 0, deviation 1) and adds them. A paper that the keyword search
    /// missed shares no word: its score there is 0. Standardized scores beat ranks (reciprocal rank fusion), which forget how far apart papers are.
    /// </summary>
    public static List<(long PaperId, double Score)> Fuse(
        IReadOnlyList<KeywordHit> keyword, IReadOnlyList<VectorHit> vector)
    {
        var words = keyword.ToDictionary(hit => hit.PaperId, hit => hit.Score);
        var meanings = vector.ToDictionary(hit => hit.PaperId, hit => (double)hit.Similarity);
        var all = words.Keys.Union(meanings.Keys).ToList();
        var (w, m) = (Standardize(all, words), Standardize(all, meanings));
        return [.. all.Select((id, i) => (id, w[i] + m[i])).OrderByDescending(pair => pair.Item2).ThenBy(pair => pair.id)];
    }

    private static double[] Standardize(List<long> ids, Dictionary<long, double> scores)
    {
        var values = ids.Select(id => scores.GetValueOrDefault(id)).ToArray();
        var mean = values.DefaultIfEmpty().Average();
        var deviation = Math.Sqrt(values.Select(value => (value - mean) * (value - mean)).DefaultIfEmpty().Average());
        return deviation > 0 ? Array.ConvertAll(values, value => (value - mean) / deviation) : new double[values.Length];
    }
}
