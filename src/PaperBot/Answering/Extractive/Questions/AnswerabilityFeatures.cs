namespace PaperBot.Answering.Extractive.Questions;

/// <summary>What is known of whether the library answers a question at all.</summary>
internal static class AnswerabilityFeatures
{
    public static readonly IReadOnlyList<string> Names =
    [
        "bias", "best log-odds", "best sentence similarity", "best paper similarity", "question in sentence", "question in paper", "question in three papers",
        "rarest missing word", "second missing word", "share of unknown words", "lead over next paper", "no number", "few words", "names missing", "near in paper", "near in sentence", "worst gap of paper", "head near in paper", "head near in sentence", "beside title in paper", "beside title in sentence", "best sentence above typical", "name in title",
    ];

    public static double[] Of(ScoredEvidence evidence)
    {
        var (question, terms) = (evidence.Question, evidence.Terms);
        var best = evidence.Sentences[0];
        var missing = terms.Missing(best.Stems.All);
        var three = evidence.Sentences.Select(sentence => sentence.Stems).Distinct().Take(3).SelectMany(stems => stems.All).ToHashSet(StringComparer.Ordinal);
        var unknown = question.Terms.Count(term => terms.Rarity(term) >= 1);
        var next = evidence.Sentences.FirstOrDefault(sentence => sentence.Paper != best.Paper);
        return
        [
            1,
            best.LogOdds,
            evidence.Sentences.Max(sentence => sentence.Paper.Sentences[sentence.Index].Similarity),
            evidence.Pool.Papers.Max(paper => paper.Similarity),
            terms.Coverage(best.Stems.Sentences[best.Index]),
            terms.Coverage(best.Stems.All),
            terms.Coverage(three),
            missing.Count > 0 ? terms.Rarity(missing[0]) : 0,
            missing.Count > 1 ? terms.Rarity(missing[1]) : 0,
            question.Terms.Count > 0 ? (double)unknown / question.Terms.Count : 1,
            next is null ? 0 : Math.Min(best.LogOdds - next.LogOdds, 3),
            question.Kind == QuestionKind.Number && !SentenceSigns.Has(QuestionKind.Number, best.Text, question) ? 1 : 0,
            question.Terms.Count <= 1 ? 1 : 0,
            missing.Count(term => IsName(term.Word, question.Text)),
            terms.SoftCoverage(best.Stems.All),
            terms.SoftCoverage(best.Stems.Sentences[best.Index]),
            terms.WorstGap(best.Stems.All),
            terms.Head(best.Stems.All),
            terms.Head(best.Stems.Sentences[best.Index]),
            terms.CoverageBesideTitle(best.Stems, best.Stems.All),
            terms.CoverageBesideTitle(best.Stems, best.Stems.Sentences[best.Index]),
            terms.SoftFocus(best.Stems, best.Stems.Sentences[best.Index]),
            terms.NameInTitle(best.Stems),
        ];
    }

    /// <summary>Written with a capital or a digit inside the question: a name that an answer should know.</summary>
    private static bool IsName(string word, string question)
    {
        var at = question.IndexOf(word, StringComparison.OrdinalIgnoreCase);
        return at > 0 && (char.IsUpper(question[at]) || word.Any(char.IsDigit)) || (at == 0 && word.Length > 1 && question.Length > 1 && char.IsUpper(question[1]));
    }
}
