namespace PaperBot.Retrieval;

/// <summary>
/// Joins the searches into one ranking: each score is standardized over the papers found (mean 0, deviation 1), then they are added with weights.
/// Standardized scores keep how far apart papers are, which ranks (reciprocal rank fusion) forget.
/// </summary>
internal static class Fusion
{
    // Cross-validated on SciFact's training claims, see the README; shares of 1.
    private const double KeywordWeight = 0.40, PaperWeight = 0.30, SentenceWeight = 0.30;

    /// <returns>The papers with their scores, best first; equal ones in the order of their arrival.</returns>
    public static IReadOnlyList<RankedPaper> Rank(IReadOnlyList<RankedPaper> found, SearchMode mode)
    {
        var keyword = Standardize(found, paper => paper.Keyword);
        var similarity = Standardize(found, paper => paper.Similarity);
        var sentence = Standardize(found, paper => paper.BestSentence);
        var withKeyword = mode == SearchMode.Vector ? 0 : KeywordWeight;
        return
        [
            .. found
                .Select((paper, i) => paper with { Score = withKeyword * keyword[i] + PaperWeight * similarity[i] + SentenceWeight * sentence[i] })
                .OrderByDescending(paper => paper.Score).ThenBy(paper => paper.Id),
        ];
    }

    /// <summary>A score that a paper does not have yet counts as an average one.</summary>
    private static double[] Standardize(IReadOnlyList<RankedPaper> papers, Func<RankedPaper, double?> score)
    {
        var scores = papers.Select(score).ToList();
        var known = scores.OfType<double>().DefaultIfEmpty().ToList();
        var mean = known.Average();
        var deviation = Math.Sqrt(known.Average(value => (value - mean) * (value - mean)));
        return [.. scores.Select(value => value is { } known && deviation > 0 ? (known - mean) / deviation : 0)];
    }
}
