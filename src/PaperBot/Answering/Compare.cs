using PaperBot.Answering.Extractive.Comparisons;
using PaperBot.Answering.Generative;
using PaperBot.Papers;

namespace PaperBot.Answering;

/// <summary>Sets papers side by side.</summary>
internal sealed class Compare(WrittenComparisons writing)
{
    public const int FewestPapers = Comparer.FewestPapers;

    public const int MostPapers = Comparer.MostPapers;

    /// <summary>The rows of a comparison for which nobody names any.</summary>
    public static IReadOnlyList<string> UsualAspects => Comparer.UsualAspects;

    /// <summary>The aspects that a person typed: "memory, training cost".</summary>
    public static IReadOnlyList<string> ReadAspects(params IEnumerable<string> typed) =>
        [.. typed.SelectMany(text => text.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))];

    /// <param name="aspects">As a person names them; empty leaves the choice to the language model, and without one to <see cref="UsualAspects"/>.</param>
    /// <param name="person">Who asks; empty in the terminal.</param>
    /// <exception cref="OperationCanceledException">Asked for before the comparison was done.</exception>
    public async Task<CompareOutcome> OfAsync(IReadOnlyList<Paper> papers, IReadOnlyList<string> aspects, string person, CancellationToken cancellationToken)
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
            _ => new CompareOutcome.Compared(await writing.WriteAsync(papers, aspects, person, cancellationToken).ConfigureAwait(false)),
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
