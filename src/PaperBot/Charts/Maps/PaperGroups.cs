namespace PaperBot.Charts.Maps;

/// <summary>
/// Groups of papers that say similar things: by Ward's method, which joins step by step the two groups that grow least apart by it, to as many groups as
/// stand out best by their mean silhouette (Rousseeuw 1987).
/// </summary>
internal static class PaperGroups
{
    // As many as the palette has colours, and as a reader keeps apart.
    private const int MostGroups = 6;

    private const int FewestOfAGroup = 3;

    /// <param name="cosines">Of each paper with each.</param>
    /// <returns>The largest first; each in the papers' order. Every paper is in one.</returns>
    public static IReadOnlyList<IReadOnlyList<int>> Of(double[,] cosines)
    {
        var count = cosines.GetLength(0);
        var groups = Enumerable.Range(0, count).Select(paper => new List<int> { paper }).ToList();
        var distances = new double[count, count];
        for (var a = 0; a < count; a++)
            for (var b = 0; b < count; b++)
                distances[a, b] = 2 - 2 * cosines[a, b];

        // A split in two always has a good silhouette and tells little of sixty papers.
        var (fewest, most) = (Math.Clamp(count / 12, 1, 4), Math.Clamp(count / 5, 1, MostGroups));
        var best = (Score: double.NegativeInfinity, Groups: groups);
        var slots = Enumerable.Range(0, count).ToList();
        while (groups.Count > 1)
        {
            Join(groups, slots, distances);
            if (groups.Count > most || groups.Count < fewest)
                continue;
            var score = groups.Count == 1 ? 0 : Silhouette(groups, cosines) - (groups.Any(group => group.Count < FewestOfAGroup) ? 1 : 0);
            if (score > best.Score)
                best = (score, [.. groups.Select(group => group.Order().ToList())]);
        }

        return [.. best.Groups.OrderByDescending(group => group.Count).ThenBy(group => group[0])];
    }

    /// <summary>Joins the nearest two, the first of equally near ones, by the recurrence of Lance and Williams (1967).</summary>
    private static void Join(List<List<int>> groups, List<int> slots, double[,] distances)
    {
        var (a, b) = (0, 1);
        for (var i = 0; i < groups.Count; i++)
            for (var j = i + 1; j < groups.Count; j++)
                if (distances[slots[i], slots[j]] < distances[slots[a], slots[b]])
                    (a, b) = (i, j);
        double ofA = groups[a].Count, ofB = groups[b].Count;
        for (var i = 0; i < groups.Count; i++)
        {
            if (i == a || i == b)
                continue;
            double of = groups[i].Count;
            distances[slots[a], slots[i]] = distances[slots[i], slots[a]] =
                ((ofA + of) * distances[slots[a], slots[i]] + (ofB + of) * distances[slots[b], slots[i]] - of * distances[slots[a], slots[b]]) / (ofA + ofB + of);
        }

        groups[a].AddRange(groups[b]);
        groups.RemoveAt(b);
        slots.RemoveAt(b);
    }

    private static double Silhouette(List<List<int>> groups, double[,] cosines) => groups.SelectMany(group => group.Select(paper =>
    {
        if (group.Count == 1)
            return 0;
        var own = group.Where(other => other != paper).Average(other => 1 - cosines[paper, other]);
        var next = groups.Where(other => other != group).Min(other => other.Average(member => 1 - cosines[paper, member]));
        return Math.Max(own, next) is > 0 and var greater ? (next - own) / greater : 0;
    })).Average();
}
