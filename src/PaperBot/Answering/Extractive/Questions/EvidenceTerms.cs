using PaperBot.Papers;
using PaperBot.Retrieval;

namespace PaperBot.Answering.Extractive.Questions;

/// <summary>Which of a question's words a text has, each weighed by how much it tells.</summary>
internal sealed class EvidenceTerms(Question question, IReadOnlyDictionary<string, double> rarity)
{
    private readonly double _whole = question.Terms.Sum(term => rarity.GetValueOrDefault(term.Stem, 1));

    public static HashSet<string> Stems(string text) =>
        KeywordQuery.Words(text, int.MaxValue).Select(PorterStemmer.Stem).ToHashSet(StringComparer.Ordinal);

    /// <summary>The share of the question that the text has the words of, 0 to 1.</summary>
    public double Coverage(IReadOnlySet<string> stems) =>
        _whole > 0 ? question.Terms.Where(term => stems.Contains(term.Stem)).Sum(Rarity) / _whole : 0;

    /// <summary>The question's words that the text has not, most telling first.</summary>
    public IReadOnlyList<QuestionTerm> Missing(IReadOnlySet<string> stems) =>
        [.. question.Terms.Where(term => !stems.Contains(term.Stem)).OrderByDescending(Rarity)];

    public double Rarity(QuestionTerm term) => rarity.GetValueOrDefault(term.Stem, 1);
}
