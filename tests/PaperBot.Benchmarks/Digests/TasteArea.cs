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
        new("cs.CL", "natural language processing", false),
        new("cs.LG", "machine learning", true),
        new("cs.CV", "computer vision", false),
        new("cs.RO", "robots", true),
        new("cs.CR", "computer security and cryptography", false),
        new("cs.SI", "social networks", true),
        new("cs.DS", "algorithms and data structures", false),
        new("cs.NI", "computer networks", true),
        new("math.CO", "combinatorics and graph theory", false),
        new("math.GT", "knots and three-manifolds", true),
        new("stat.ME", "statistical methods", false),
        new("physics.bio-ph", "physics of living matter", true),
        new("physics.chem-ph", "molecules and chemical reactions", false),
        new("physics.plasm-ph", "plasma physics", true),
        new("q-bio.PE", "evolution and ecology of populations", false),
    ];
}
