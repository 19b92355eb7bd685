namespace PaperBot.Benchmarks.Digests;

/// <summary>A field that simulated readers subscribe to.</summary>
/// <param name="Category">arXiv's name of it.</param>
/// <param name="Topic">The words that a person would type.</param>
/// <param name="IsForTuning">Whether its readers may be looked at when a constant is chosen; the others are only reported on.</param>
internal sealed record TasteArea(string Category, string Topic, bool IsForTuning)
{
    public static readonly IReadOnlyList<TasteArea> All =
    [
        new("quant-ph", "quantum information and entanglement", true),
        new("cs.DC", "distributed and parallel computing", false),
        new("cs.LG", "machine learning", true),
        new("cs.SE", "software engineering", false),
        new("cs.RO", "robots", true),
        new("cs.GT", "game theory and mechanism design", false),
        new("cs.SI", "social networks", true),
        new("eess.SP", "signal processing", false),
        new("cs.NI", "computer networks", true),
        new("math.DG", "differential geometry", false),
        new("math.GT", "knots and three-manifolds", true),
        new("cond-mat.quant-gas", "ultracold quantum gases", false),
        new("physics.bio-ph", "physics of living matter", true),
        new("hep-th", "string theory and quantum fields", false),
        new("physics.plasm-ph", "plasma physics", true),
        new("physics.acc-ph", "particle accelerators", false),
    ];
}
