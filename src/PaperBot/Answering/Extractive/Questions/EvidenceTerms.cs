using PaperBot.Papers;
using PaperBot.Retrieval;

namespace PaperBot.Answering.Extractive.Questions;

/// <summary>Which of a question's words a text has, each weighed by how much it tells.</summary>
internal sealed class EvidenceTerms(Question question, IReadOnlyDictionary<string, double> rarity, WordKinship kinship)
{
    private readonly double _whole = question.Terms.Sum(term => rarity.GetValueOrDefault(term.Stem, 1));

    public static HashSet<string> Stems(string text) =>
        KeywordQuery.Words(text, int.MaxValue).Select(WordStem.Of).ToHashSet(StringComparer.Ordinal);

    /// <summary>The share of the question that the text has the words of, 0 to 1.</summary>
    public double Coverage(IReadOnlySet<string> stems) =>
        _whole > 0 ? question.Terms.Where(term => stems.Contains(term.Stem)).Sum(Rarity) / _whole : 0;

    /// <summary>
    /// The share of what is asked of this paper that a text has, 0 to 1. Words that the title or most sentences have name the paper;
    /// what is asked is in the others.
    /// </summary>
    public double Focus(PaperStems paper, IReadOnlySet<string> stems)
    {
        var (had, whole) = (0.0, 0.0);
        foreach (var term in question.Terms.Where(term => paper.All.Contains(term.Stem)))
        {
            var sentences = paper.Sentences.Count(sentence => sentence.Contains(term.Stem));
            var weight = Rarity(term) * Math.Log((paper.Sentences.Count + 1.0) / (sentences + 0.5)) * (paper.Title.Contains(term.Stem) ? 0.3 : 1);
            whole += Math.Max(weight, 0);
            had += stems.Contains(term.Stem) ? Math.Max(weight, 0) : 0;
        }

        return whole > 0 ? had / whole : 0;
    }

    /// <summary>As <see cref="Coverage"/>, where a word that is close in meaning counts for its closeness.</summary>
    public double SoftCoverage(IReadOnlySet<string> stems) =>
        _whole > 0 ? question.Terms.Sum(term => Rarity(term) * kinship.Of(term.Stem, stems)) / _whole : 0;

    /// <summary>As <see cref="Focus"/>, likewise: how near a sentence comes to what is asked of its paper, against the others.</summary>
    public double SoftFocus(PaperStems paper, IReadOnlySet<string> stems)
    {
        var (had, whole) = (0.0, 0.0);
        foreach (var term in question.Terms)
        {
            var typical = paper.Sentences.Average(sentence => kinship.Of(term.Stem, sentence));
            var weight = Rarity(term) * (paper.Title.Contains(term.Stem) ? 0.3 : 1);
            whole += weight;
            had += weight * (kinship.Of(term.Stem, stems) - typical);
        }

        return whole > 0 ? had / whole : 0;
    }

    /// <summary>How much the most telling of the question's words that the title has tells: near 1 when the question names the paper.</summary>
    public double NameInTitle(PaperStems paper) =>
        question.Terms.Where(term => paper.Title.Contains(term.Stem)).Select(Rarity).DefaultIfEmpty().Max();

    /// <summary>How near a text comes to the thing asked for, 0 to 1; 1 when the question names none.</summary>
    public double Head(IReadOnlySet<string> stems) => question.Head is { } head ? kinship.Of(head.Stem, stems) : 1;

    /// <summary>The soft coverage of the words that the title has not: what is asked, without what the paper is called. 1 when there are none.</summary>
    public double CoverageBesideTitle(PaperStems paper, IReadOnlySet<string> stems)
    {
        var beside = question.Terms.Where(term => !paper.Title.Contains(term.Stem)).ToList();
        var whole = beside.Sum(Rarity);
        return whole > 0 ? beside.Sum(term => Rarity(term) * kinship.Of(term.Stem, stems)) / whole : 1;
    }

    /// <summary>The telling word that nothing in the text comes close to: its rarity by its distance, 0 when all are there.</summary>
    public double WorstGap(IReadOnlySet<string> stems) =>
        question.Terms.Select(term => Rarity(term) * (1 - kinship.Of(term.Stem, stems))).DefaultIfEmpty().Max();

    /// <summary>The question's words that the text has not, most telling first.</summary>
    public IReadOnlyList<QuestionTerm> Missing(IReadOnlySet<string> stems) =>
        [.. question.Terms.Where(term => !stems.Contains(term.Stem)).OrderByDescending(Rarity)];

    public double Rarity(QuestionTerm term) => rarity.GetValueOrDefault(term.Stem, 1);
}
