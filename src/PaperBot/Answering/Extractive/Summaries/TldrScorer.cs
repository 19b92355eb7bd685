using System.Collections.Frozen;

namespace PaperBot.Answering.Extractive.Summaries;

/// <summary>
/// Judges pieces of an abstract by the ROUGE-1 F1 that they may expect against a TLDR nobody has written yet. A forest gives each
/// word of the paper its chance to be in that TLDR; the expected overlap of a piece follows by adding up.
/// A second model over the pieces themselves (62 features, regression and listwise loss) and word pairs (hashed, linear) were
/// tried in cross-validation and added a tenth of a point at most, so they are not here.
/// </summary>
internal sealed class TldrScorer(WordTable table, Forest forest)
{
    /// <summary>Words of a usual TLDR. Cross-validated: 14 to 20 are within 0.05 points of each other.</summary>
    private const double UsualLength = 17;

    /// <summary>A word said twice is seldom twice in the TLDR as well; the chance of the second, as a share of the first's.</summary>
    private const double Again = 0.35;

    /// <summary>A TLDR stands alone: a piece that begins with "It" or "However" leans on a sentence that is not there.</summary>
    private const double Leaning = 0.93;

    private static readonly FrozenSet<string> LeaningWords =
        SentenceCues.Stems("it this these those such they their its he she but however moreover furthermore also both thus hence therefore");

    private static readonly FrozenSet<string> Works = SentenceCues.Stems("paper work article study thesis survey report");

    public WordTable Table => table;

    public Forest Forest => forest;

    /// <returns>The candidate's number, or -1 when the paper has none.</returns>
    public int Best(TldrDocument document)
    {
        var chances = Chances(document);
        var best = -1;
        var highest = double.NegativeInfinity;
        for (var i = 0; i < document.Candidates.Count; i++)
        {
            var score = Expected(document, document.TokensOf(document.Candidates[i]), chances);
            if (score > highest)
                (best, highest) = (i, score);
        }
        return best;
    }

    /// <returns>For each stem of the paper the probability that the TLDR says it.</returns>
    public float[] Chances(TldrDocument document)
    {
        var features = WordFeatures.Of(document, table);
        var chances = new float[document.Stems.Count];
        for (var i = 0; i < chances.Length; i++)
            chances[i] = 1 / (1 + MathF.Exp(-forest.Score(features.AsSpan(i * WordFeatures.Count, WordFeatures.Count))));
        return chances;
    }

    private static double Expected(TldrDocument document, ReadOnlySpan<int> tokens, float[] chances)
    {
        var seen = new HashSet<int>();
        double overlap = 0;
        foreach (var stem in tokens)
            overlap += chances[stem] * (seen.Add(stem) ? 1 : Again);
        var f1 = 2 * overlap / (tokens.Length + UsualLength);
        return Leans(document, tokens) ? f1 * Leaning : f1;
    }

    private static bool Leans(TldrDocument document, ReadOnlySpan<int> tokens) =>
        tokens.Length > 0
        && LeaningWords.Contains(document.Stems[tokens[0]])
        && !(tokens.Length > 1 && Works.Contains(document.Stems[tokens[1]]));
}
