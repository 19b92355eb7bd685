using PaperBot.Answering.Extractive.Summaries;
using PaperBot.Papers;

namespace PaperBot.Answering.Extractive.Comparisons;

/// <summary>Sets papers side by side in their own words: a row an aspect, a quote or nothing in each cell.</summary>
internal static class Comparer
{
    public const int FewestPapers = 2;

    /// <summary>More columns than this nobody reads.</summary>
    public const int MostPapers = 6;

    /// <summary>The rows of a comparison for which nobody names any.</summary>
    public static IReadOnlyList<string> UsualAspects { get; } = [.. Aspects.Shown.Select(Aspects.Name)];

    /// <param name="aspects">As a person names them ("memory", "training cost"); empty for <see cref="UsualAspects"/>.</param>
    /// <returns>Every quote is a whole sentence of its paper's abstract.</returns>
    /// <exception cref="ArgumentException">Fewer than <see cref="FewestPapers"/> or more than <see cref="MostPapers"/> papers.</exception>
    /// <exception cref="OperationCanceledException">Asked for before the comparison was done.</exception>
    public static Comparison Compare(IReadOnlyList<Paper> papers, IReadOnlyList<string> aspects, CancellationToken cancellationToken = default)
    {
        if (papers.Count is < FewestPapers or > MostPapers)
            throw new ArgumentException($"A comparison takes {FewestPapers} to {MostPapers} papers; {papers.Count} were given.", nameof(papers));

        var searches = papers.Select(paper => new AspectSearch(paper, cancellationToken)).ToList();
        var named = aspects.Where(aspect => !string.IsNullOrWhiteSpace(aspect)).Select(aspect => aspect.Trim()).ToList();
        var rows = (named.Count == 0 ? UsualAspects : named)
            .Distinct(StringComparer.OrdinalIgnoreCase)
            .Select(aspect => new ComparisonRow(aspect, [.. papers.Zip(searches, (paper, search) =>
            {
                cancellationToken.ThrowIfCancellationRequested();
                return new ComparisonCell(paper.Key, search.Quote(aspect));
            })]));
        var contrasts = new Contrasts(papers, searches, cancellationToken);
        return new Comparison(papers, [.. rows], contrasts.Shared(), contrasts.Differ());
    }
}
