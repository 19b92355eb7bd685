namespace PaperBot.Answering.Extractive.Questions;

/// <summary>Chooses the sentences of an answer.</summary>
internal static class SentenceSelection
{
    private const int MostSentences = 4;

    // A question for one fact is answered by one sentence, or two when they are as good.
    private const int MostForOneFact = 2;

    // In log-odds: how much worse than the best a further sentence may be, and how good it must be by itself.
    private const double Within = 1.0, AtLeast = -0.5;

    // Two sentences that share more of their words than this say the same.
    private const double MostShared = 0.5;

    /// <summary>One to four sentences, most direct first; papers are asked for one sentence each.</summary>
    public static IReadOnlyList<ScoredSentence> Choose(ScoredEvidence evidence)
    {
        var question = evidence.Question;
        var forPapers = question.Kind == QuestionKind.Paper || question.WantsSeveral;
        var most = forPapers ? MostSentences
            : question.Kind is QuestionKind.Number or QuestionKind.Name or QuestionKind.YesNo or QuestionKind.Definition ? MostForOneFact : 3;
        var chosen = new List<ScoredSentence> { evidence.Sentences[0] };
        foreach (var sentence in evidence.Sentences.Skip(1))
        {
            if (chosen.Count == most || sentence.LogOdds < chosen[0].LogOdds - Within || sentence.LogOdds < AtLeast)
                break;
            var repeats = forPapers
                ? chosen.Exists(other => other.Paper == sentence.Paper)
                : chosen.Exists(other => Shared(other, sentence) > MostShared);
            if (!repeats)
                chosen.Add(sentence);
        }

        return chosen;
    }

    private static double Shared(ScoredSentence a, ScoredSentence b)
    {
        var (first, second) = (a.Stems.Sentences[a.Index], b.Stems.Sentences[b.Index]);
        return (double)first.Count(second.Contains) / Math.Max(1, Math.Min(first.Count, second.Count));
    }
}
