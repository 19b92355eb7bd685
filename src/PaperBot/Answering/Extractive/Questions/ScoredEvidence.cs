using PaperBot.Answering.Support;
using PaperBot.Retrieval;

namespace PaperBot.Answering.Extractive.Questions;

/// <summary>A sentence with the log-odds that it answers the question.</summary>
internal sealed record ScoredSentence(EvidencePaper Paper, PaperStems Stems, int Index, double LogOdds)
{
    public string Text => Paper.Sentences[Index].Text;
}

/// <summary>Every sentence of a pool, weighed as an answer to a question; those that speak to a language model answer none.</summary>
/// <param name="Sentences">Best first; equal ones in the order of the pool.</param>
internal sealed record ScoredEvidence(Question Question, EvidencePool Pool, EvidenceTerms Terms, IReadOnlyList<ScoredSentence> Sentences)
{
    public static ScoredEvidence Of(Question question, EvidencePool pool, AnswerWeights weights)
    {
        var terms = new EvidenceTerms(question, pool.Rarity, pool.Kinship);
        var sentences = new List<ScoredSentence>();
        foreach (var (paper, stems, index, features) in Features(question, pool, terms))
        {
            if (!PlantedInstructions.IsOne(paper.Sentences[index].Text))
                sentences.Add(new ScoredSentence(paper, stems, index, AnswerWeights.Dot(weights.Sentence, features)));
        }
        return new ScoredEvidence(question, pool, terms, [.. sentences.OrderByDescending(sentence => sentence.LogOdds)]);
    }

    /// <summary>The features of every sentence, for scoring and for training alike.</summary>
    public static IEnumerable<(EvidencePaper Paper, PaperStems Stems, int Index, double[] Features)> Features(
        Question question, EvidencePool pool, EvidenceTerms terms)
    {
        var best = pool.Papers.SelectMany(paper => paper.Sentences).Select(sentence => sentence.Similarity).DefaultIfEmpty().Max();
        foreach (var paper in pool.Papers)
        {
            var stems = PaperStems.Of(paper);
            for (var i = 0; i < paper.Sentences.Count; i++)
                yield return (paper, stems, i, SentenceFeatures.Of(question, terms, pool, paper, stems, i, best));
        }
    }
}
