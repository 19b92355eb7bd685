namespace PaperBot.Answering.Extractive.Summaries;

/// <summary>What training saw of a stem.</summary>
/// <param name="Papers">In how many abstracts it stood.</param>
/// <param name="Summaries">In how many of their TLDRs it stood again.</param>
internal readonly record struct WordCounts(int Papers, int Summaries);

/// <summary>How often words of an abstract return in its TLDR, over the papers of training.</summary>
/// <param name="papers">The number of papers that the counts were taken over.</param>
internal sealed class WordTable(int papers, IReadOnlyDictionary<string, WordCounts> counts)
{
    /// <summary>About one in seven words of an abstract returns in its TLDR; words seldom seen are taken for such.</summary>
    private const double UsualShare = 0.15;

    private const double Doubt = 4;

    public int Papers => papers;

    public IReadOnlyDictionary<string, WordCounts> Counts => counts;

    /// <summary>The log odds that a word of the abstract is in the TLDR, from the word alone.</summary>
    public float LogOdds(string stem)
    {
        var count = counts.GetValueOrDefault(stem);
        var share = (count.Summaries + (Doubt * UsualShare)) / (count.Papers + Doubt);
        return (float)Math.Log(share / (1 - share));
    }

    /// <summary>Inverse document frequency, natural logarithm.</summary>
    public float Rarity(string stem) => (float)Math.Log((papers + 1.0) / (counts.GetValueOrDefault(stem).Papers + 1.0));
}
