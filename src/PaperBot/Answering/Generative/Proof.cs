using PaperBot.Answering.Support;
using PaperBot.Papers;

namespace PaperBot.Answering.Generative;

/// <summary>Holds what a model wrote against the abstracts that it cites.</summary>
internal sealed class Proof(SupportCheck check)
{
    // A quote that is as near as this to a sentence that fails speaks of the same matter, and says it right.
    private const double SameMatter = 0.6;

    // Who cites more for one sentence cites for show.
    private const int MostCited = 3;

    public async Task<Finding> OfAsync(CitedSentence sentence, ShownPapers shown, CancellationToken cancellationToken)
    {
        var cited = sentence.Keys.Select(shown.Find).ToList();
        if (cited.Count is 0 or > MostCited || cited.Contains(null))
            return new Finding(null, null);
        var verdicts = new List<SupportVerdict>(cited.Count);
        foreach (var paper in cited)
            verdicts.Add(await check.CheckAsync(sentence.Text, [paper!], cancellationToken).ConfigureAwait(false));
        var bearers = verdicts.Where(verdict => verdict.IsSupported).ToList();
        // Each paper may bear a part of it.
        if (bearers.Count == 0 && cited.Count > 1 && (await check.CheckAsync(sentence.Text, cited!, cancellationToken).ConfigureAwait(false)).IsSupported)
            bearers = verdicts;
        if (bearers.Count > 0)
            return new Finding(new ProvenSentence(sentence.Text, [.. bearers.Select(verdict => (verdict.Paper!, verdict.Quote))]), null);
        return new Finding(null, verdicts.MaxBy(verdict => verdict.Similarity) is { Paper: { } near, Quote.Length: > 0, Similarity: >= SameMatter } nearest
            ? new ProvenSentence(LatexText.ToReadable(nearest.Quote), [(near, nearest.Quote)]) : null);
    }
}

/// <param name="Proven">The sentence, with the papers that bear it; null when they do not.</param>
/// <param name="Instead">For a sentence that is not borne, the quote of a cited paper that speaks of the same; null without one.</param>
internal sealed record Finding(ProvenSentence? Proven, ProvenSentence? Instead);
