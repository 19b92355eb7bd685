namespace PaperBot.Answering.Extractive.Questions;

/// <summary>Says in one sentence why a question is not answered.</summary>
internal static class RefusalReason
{
    public const string EmptyLibrary = "The library has no papers yet. Add some with `paperbot ingest FILE`.";

    public const string NoQuestion = "There is no word in this to search for. Ask a question about the papers in the library.";

    public const string NothingNear = "No paper in the library comes near this question.";

    public const string NothingMeetsConditions = "No paper that meets the conditions comes near this question.";

    public const string NoAbstract = "The nearest paper comes without an abstract, so there is nothing to quote.";

    public const string NothingAsked = "There are conditions but no question. Ask something of those papers, or list them with `paperbot search`.";

    public const string Published = "Abstracts do not say when they were published. See it with `paperbot show PAPER`, or search by since: and until:.";

    public const string Authors = "Abstracts do not name their authors. See them with `paperbot show PAPER`, or search by author:NAME.";

    // Below this cosine and this share of its words, a question is about something else than the nearest paper.
    private const double FarSimilarity = 0.3, FewWords = 0.35;

    // Rarity of a word that a person would miss in an answer; commoner words are in one abstract in twenty.
    private const double Telling = 0.25;

    // Rarity of a word that few titles have: who types it means that paper.
    private const double Naming = 0.6;

    public static string Of(ScoredEvidence evidence)
    {
        if (evidence.Question.Kind == QuestionKind.Authors)
            return Authors;
        if (evidence.Question.Kind == QuestionKind.Published)
            return Published;
        if (NearestIsEmpty(evidence))
            return NoAbstract;
        var best = evidence.Sentences[0];
        var far = evidence.Pool.HasVectors ? best.Paper.Similarity < FarSimilarity : evidence.Terms.Coverage(best.Stems.All) < FewWords;
        if (far && evidence.Terms.NameInTitle(best.Stems) < Naming)
            return "This does not seem to be about any paper in the library.";
        var missing = evidence.Terms.Missing(best.Stems.All).Where(term => evidence.Terms.Rarity(term) >= Telling).ToList();
        var nowhere = missing.Where(term => evidence.Terms.Rarity(term) >= 1).ToList();
        return (nowhere.Count, missing.Count) switch
        {
            ( > 0, _) => $"No abstract in the library mentions {Quote(nowhere)}.",
            (_, > 0) => $"The nearest abstracts do not say anything about {Quote(missing)} here.",
            _ => "The nearest abstracts are on the topic but do not state this.",
        };
    }

    /// <summary>The best paper of all is near, but its title is all there is of it.</summary>
    private static bool NearestIsEmpty(ScoredEvidence evidence) =>
        evidence.Pool.Papers[0] is { Sentences.Count: 0 } nearest
        && (evidence.Pool.HasVectors ? nearest.Similarity >= FarSimilarity : evidence.Terms.Coverage(EvidenceTerms.Stems(nearest.Paper.Title)) >= FewWords);

    private static string Quote(List<QuestionTerm> terms) => string.Join(" or ", terms.Take(3).Select(term => $"“{term.Word}”"));
}
