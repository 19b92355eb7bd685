namespace PaperBot.Answering.Extractive.Questions;

/// <summary>Tells why a question is not answered.</summary>
internal static class RefusalReason
{
    // Below this cosine and this share of its words, a question is about something else than the nearest paper.
    private const double FarSimilarity = 0.3, FewWords = 0.35;

    // Rarity of a word that a person would miss in an answer; commoner words are in one abstract in twenty.
    private const double Telling = 0.25;

    private const int MostWords = 3;

    // Rarity of a word that few titles have: who types it means that paper.
    private const double Naming = 0.6;

    public static Refusal Of(ScoredEvidence evidence)
    {
        if (evidence.Question.Kind == QuestionKind.Authors)
            return new Refusal(RefusalKind.Authors);
        if (evidence.Question.Kind == QuestionKind.Published)
            return new Refusal(RefusalKind.Published);
        if (NearestIsEmpty(evidence))
            return new Refusal(RefusalKind.NoAbstract);
        var best = evidence.Sentences[0];
        var far = evidence.Pool.HasVectors ? best.Paper.Similarity < FarSimilarity : evidence.Terms.Coverage(best.Stems.All) < FewWords;
        if (far && evidence.Terms.NameInTitle(best.Stems) < Naming)
            return new Refusal(RefusalKind.OffTopic);
        var missing = evidence.Terms.Missing(best.Stems.All).Where(term => evidence.Terms.Rarity(term) >= Telling).ToList();
        var nowhere = missing.Where(term => evidence.Terms.Rarity(term) >= 1).ToList();
        return (nowhere.Count, missing.Count) switch
        {
            ( > 0, _) => new Refusal(RefusalKind.NeverMentioned) { Words = Few(nowhere) },
            (_, > 0) => new Refusal(RefusalKind.NotMentionedHere) { Words = Few(missing) },
            _ => new Refusal(RefusalKind.NotStated),
        };
    }

    /// <summary>The best paper of all is near, but its title is all there is of it.</summary>
    private static bool NearestIsEmpty(ScoredEvidence evidence) =>
        evidence.Pool.Papers[0] is { Sentences.Count: 0 } nearest
        && (evidence.Pool.HasVectors ? nearest.Similarity >= FarSimilarity : evidence.Terms.Coverage(EvidenceTerms.Stems(nearest.Paper.Title)) >= FewWords);

    private static string[] Few(List<QuestionTerm> terms) => [.. terms.Take(MostWords).Select(term => term.Word)];
}
