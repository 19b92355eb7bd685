using PaperBot.Answering.Extractive.Summaries;

namespace PaperBot.Answering.Extractive.Questions;

/// <summary>Chooses the sentences of an answer.</summary>
internal static class SentenceSelection
{
    private const int MostSentences = 4;

    // Sentences are added until it is this likely that one of them answers, and none is added that is less likely than this.
    private const double LikelyEnough = 0.75, LeastLikely = 0.1;

    // A paper that has this share of what the best one has of the question is another answer to "which papers".
    private const double NearlyAsMuch = 0.85;

    // Two sentences that share more of their words than this say the same.
    private const double MostShared = 0.5;

    /// <summary>One to four sentences, most direct first; papers are asked for one sentence each.</summary>
    /// <param name="summarizer">Finds the sentence that says what a paper is about, for questions that ask just that.</param>
    public static IReadOnlyList<ScoredSentence> Choose(ScoredEvidence evidence, Summarizer summarizer)
    {
        if (evidence.Question.OnlyNames(evidence.Sentences[0].Stems.Title) && Overview(evidence, summarizer) is { } overview)
            return [overview, .. evidence.Sentences.Where(other => other.Paper == overview.Paper && Shared(other, overview) <= MostShared).Take(1)];
        if (evidence.Question.Kind == QuestionKind.Paper || evidence.Question.WantsSeveral)
            return OneOfEachPaper(evidence);
        var likelihoods = Likelihoods(evidence.Sentences);
        var chosen = new List<ScoredSentence>();
        var likely = 0.0;
        for (var i = 0; i < evidence.Sentences.Count && chosen.Count < MostSentences; i++)
        {
            if (chosen.Count > 0 && (likely >= LikelyEnough || likelihoods[i] < LeastLikely))
                break;
            if (chosen.Exists(other => Shared(other, evidence.Sentences[i]) > MostShared))
                continue;
            chosen.Add(evidence.Sentences[i]);
            likely += likelihoods[i];
        }

        return chosen;
    }

    /// <summary>The best sentence of each paper that is about what is asked as much as the best one, or nearly.</summary>
    private static List<ScoredSentence> OneOfEachPaper(ScoredEvidence evidence)
    {
        var enough = NearlyAsMuch * evidence.Terms.SoftCoverage(evidence.Sentences[0].Stems.All);
        return [.. evidence.Sentences.DistinctBy(sentence => sentence.Paper).Where(sentence => evidence.Terms.SoftCoverage(sentence.Stems.All) >= enough).Take(MostSentences)];
    }

    /// <summary>The sentence that the best paper's TLDR is taken from.</summary>
    private static ScoredSentence? Overview(ScoredEvidence evidence, Summarizer summarizer)
    {
        var paper = evidence.Sentences[0].Paper;
        var tldr = summarizer.Tldr(paper.Paper.Title, [.. paper.Sentences.Select(sentence => sentence.Text)]);
        return tldr.Length == 0 ? null : evidence.Sentences.FirstOrDefault(sentence => sentence.Paper == paper && sentence.Text.Contains(tldr, StringComparison.Ordinal));
    }

    /// <summary>The softmax that the weights were trained with.</summary>
    private static double[] Likelihoods(IReadOnlyList<ScoredSentence> sentences)
    {
        var odds = sentences.Select(sentence => Math.Exp(sentence.LogOdds - sentences[0].LogOdds)).ToList();
        var all = odds.Sum();
        return [.. odds.Select(value => value / all)];
    }

    private static double Shared(ScoredSentence a, ScoredSentence b)
    {
        var (first, second) = (a.Stems.Sentences[a.Index], b.Stems.Sentences[b.Index]);
        return (double)first.Count(second.Contains) / Math.Max(1, Math.Min(first.Count, second.Count));
    }
}
