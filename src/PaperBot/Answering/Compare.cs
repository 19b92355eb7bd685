using System.Diagnostics.CodeAnalysis;
using PaperBot.Answering.Extractive.Comparisons;
using PaperBot.Papers;

namespace PaperBot.Answering;

/// <summary>Sets papers side by side, in their own words.</summary>
internal sealed class Compare
{
    public const int FewestPapers = Comparer.FewestPapers;

    public const int MostPapers = Comparer.MostPapers;

    /// <summary>The rows of a comparison for which nobody names any.</summary>
    public static IReadOnlyList<string> UsualAspects => Comparer.UsualAspects;

    /// <summary>The aspects that a person typed: "memory, training cost".</summary>
    public static IReadOnlyList<string> ReadAspects(params IEnumerable<string> typed) =>
        [.. typed.SelectMany(text => text.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))];

    /// <param name="aspects">As a person names them; empty for <see cref="UsualAspects"/>.</param>
    /// <exception cref="OperationCanceledException">Asked for before the comparison was done.</exception>
    [SuppressMessage("Performance", "CA1822:Mark members as static", Justification = "Both edges are handed it as they are Ask and Summarize.")]
    public CompareOutcome Of(IReadOnlyList<Paper> papers, IReadOnlyList<string> aspects, CancellationToken cancellationToken)
    {
        var seen = new HashSet<PaperKey>();
        foreach (var paper in papers)
        {
            if (!seen.Add(paper.Key))
                return new CompareOutcome.NamedTwice(paper);
        }

        return papers.Count switch
        {
            < FewestPapers => new CompareOutcome.TooFew(papers.Count),
            > MostPapers => new CompareOutcome.TooMany(papers.Count),
            _ => new CompareOutcome.Compared(Comparer.Compare(papers, aspects, cancellationToken)),
        };
    }
}

/// <summary>What came of a comparison; these four and no other.</summary>
internal abstract record CompareOutcome
{
    private CompareOutcome()
    {
    }

    internal sealed record Compared(Comparison Comparison) : CompareOutcome;

    internal sealed record TooFew(int Named) : CompareOutcome;

    internal sealed record TooMany(int Named) : CompareOutcome;

    internal sealed record NamedTwice(Paper Paper) : CompareOutcome;
}
