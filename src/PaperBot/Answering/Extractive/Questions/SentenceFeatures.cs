using PaperBot.Retrieval;

namespace PaperBot.Answering.Extractive.Questions;

/// <summary>What is known of a sentence as an answer; the columns that <see cref="AnswerWeights"/> weighs.</summary>
internal static class SentenceFeatures
{
    public static readonly IReadOnlyList<string> Names =
    [
        "bias", "sentence similarity", "paper similarity", "paper below best", "similarity below best", "similarity below best of paper",
        "question in sentence", "question in sentence and title", "question in paper", "rarest word in title", "rarest word in sentence",
        "sign of number", "sign of definition", "sign of how", "sign of why", "sign of limits", "sign of name", "sign of paper", "sign of yes or no",
        "first sentence", "last sentence", "short", "long", "question itself", "typicality", "focus in sentence", "focus beside before", "near in sentence", "near focus in sentence", "head near",
    ];

    /// <param name="sentence">The sentence's index in its paper.</param>
    /// <param name="best">The greatest similarity of any sentence of the pool.</param>
    public static double[] Of(Question question, EvidenceTerms terms, EvidencePool pool, EvidencePaper paper, PaperStems stems, int sentence, double best)
    {
        var text = paper.Sentences[sentence].Text;
        var similarity = paper.Sentences[sentence].Similarity;
        var own = stems.Sentences[sentence];
        var rarest = question.Terms.Count > 0 ? question.Terms.MaxBy(terms.Rarity).Stem : "";
        var covered = terms.Coverage(own);
        return
        [
            1, similarity, paper.Similarity, pool.Papers[0].Score - paper.Score, best - similarity, paper.Sentences.Max(s => s.Similarity) - similarity,
            covered, terms.Coverage(stems.Title.Union(own).ToHashSet(StringComparer.Ordinal)), terms.Coverage(stems.All), Bit(stems.Title.Contains(rarest)), Bit(own.Contains(rarest)),
            Sign(QuestionKind.Number), Sign(QuestionKind.Definition), Sign(QuestionKind.How), Sign(QuestionKind.Why), Sign(QuestionKind.Limits),
            Sign(QuestionKind.Name), Sign(QuestionKind.Paper), Sign(QuestionKind.YesNo),
            Bit(sentence == 0), Bit(sentence == paper.Sentences.Count - 1), Bit(text.Length < 60), Bit(text.Length > 260), Bit(text.EndsWith('?')),
            paper.Sentences[sentence].Typicality, terms.Focus(stems, own), sentence > 0 ? terms.Focus(stems, stems.Sentences[sentence - 1]) : 0,
            terms.SoftCoverage(own), terms.SoftFocus(stems, own), terms.Head(own),
        ];

        double Sign(QuestionKind kind) => question.Kind != kind ? 0 : SentenceSigns.Has(kind, text, question) ? 1 : -1;
    }

    private static double Bit(bool value) => value ? 1 : 0;
}

/// <summary>The word stems of a paper's title, of each of its sentences, and of all of it.</summary>
internal sealed record PaperStems(IReadOnlySet<string> Title, IReadOnlyList<IReadOnlySet<string>> Sentences, IReadOnlySet<string> All)
{
    public static PaperStems Of(EvidencePaper paper)
    {
        var title = EvidenceTerms.Stems(paper.Paper.Title);
        var sentences = paper.Sentences.Select(IReadOnlySet<string> (sentence) => EvidenceTerms.Stems(sentence.Text)).ToList();
        return new PaperStems(title, sentences, sentences.SelectMany(stems => stems).Concat(title).ToHashSet(StringComparer.Ordinal));
    }
}
