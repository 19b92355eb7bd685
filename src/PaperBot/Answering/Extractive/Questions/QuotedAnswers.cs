using PaperBot.Answering.Extractive.Summaries;
using PaperBot.Papers;
using PaperBot.Retrieval;

namespace PaperBot.Answering.Extractive.Questions;

/// <summary>
/// Answers a question with sentences taken verbatim from the abstracts of the library, each with its citation, or refuses: says what is
/// missing and names the nearest papers.
/// </summary>
internal sealed class QuotedAnswers(Retriever retriever, PaperStore papers, Summarizer summarizer)
{
    // Papers whose sentences are weighed; evidence further down has not once been the answer in the question sets.
    public const int ReadPapers = 8;
    private const int NearestPapers = 3;
    private const int MostQuotes = 4;

    // Log-odds above the threshold, from which the quotes stand even where a language model finds no answer in the papers.
    private const double Sure = 1.5;

    /// <param name="only">The papers that are spoken of; empty is the library.</param>
    public Task<QuotedAnswer> AnswerAsync(Question asked, SearchQuery query, IReadOnlyList<Paper> only, CancellationToken cancellationToken) =>
        only.Count > 0 ? AnswerOfAsync(only, asked, query, cancellationToken) : AnswerAsync(asked, query, cancellationToken);

    /// <summary>Of certain papers first, and only where they do not say of the others.</summary>
    private async Task<QuotedAnswer> AnswerOfAsync(IReadOnlyList<Paper> only, Question asked, SearchQuery query, CancellationToken cancellationToken)
    {
        if (AspectAnswer.Only(asked.Text, only) is { } aspect)
            return new QuotedAnswer(Quote(AspectAnswer.Quote(aspect, only, cancellationToken)) ?? NotInThose(only), only);
        var those = query with { Filter = query.Filter with { Papers = [.. only.Select(paper => paper.Key)] } };
        var inThose = await AnswerAsync(asked, those, cancellationToken).ConfigureAwait(false);
        if (inThose.Answer.Refusal is null or { Kind: RefusalKind.Authors or RefusalKind.Published })
            return inThose with { Evidence = only };
        if (Quote(AspectAnswer.Quote(AspectAnswer.OtherAspect(asked.Text, only), only, cancellationToken)) is { } quoted)
            return new QuotedAnswer(quoted, only);
        var elsewhere = await AnswerAsync(asked, query, cancellationToken).ConfigureAwait(false);
        var evidence = only.Concat(elsewhere.Evidence).DistinctBy(paper => paper.Key).Take(ReadPapers).ToList();
        if (elsewhere.Answer.Refusal is null)
        {
            var isFromOthers = !elsewhere.Answer.Citations.Any(citation => only.Any(paper => paper.Key == citation.Paper.Key));
            return elsewhere with { Answer = elsewhere.Answer with { IsFromOtherPapers = isFromOthers }, Evidence = evidence };
        }

        var refused = inThose.Answer.Refusal.Kind is RefusalKind.NeverMentioned or RefusalKind.NotMentionedHere or RefusalKind.NoAbstract
            ? inThose.Answer : NotInThose(only) with { Notice = inThose.Answer.Notice };
        return new QuotedAnswer(refused, evidence);
    }

    private async Task<QuotedAnswer> AnswerAsync(Question asked, SearchQuery query, CancellationToken cancellationToken)
    {
        var pool = await retriever.FindEvidenceAsync(query, ReadPapers, cancellationToken).ConfigureAwait(false);
        var read = pool.Papers.Select(paper => paper.Paper).ToList();
        var weights = pool.HasVectors ? AnswerWeights.WithVectors : AnswerWeights.KeywordsAlone;
        var evidence = ScoredEvidence.Of(asked, pool, weights);
        if (evidence.Sentences.Count == 0)
            return new QuotedAnswer(Refuse(new Refusal(NothingToQuote(query, pool)), pool) with { Notice = pool.Notice }, read);
        var odds = AnswerWeights.Dot(weights.Answerable, AnswerabilityFeatures.Of(evidence)) - weights.Threshold;
        var isAnswered = asked.Kind is not (QuestionKind.Authors or QuestionKind.Published) && odds >= 0;
        var answer = isAnswered ? Quote(SentenceSelection.Choose(evidence, summarizer)) : Refuse(RefusalReason.Of(evidence), pool);
        return new QuotedAnswer(answer with { Notice = pool.Notice }, read, isAnswered && odds >= Sure);
    }

    private RefusalKind NothingToQuote(SearchQuery query, EvidencePool pool) =>
        pool.Papers.Count > 0 ? RefusalKind.NoAbstract
        : papers.Count() == 0 ? RefusalKind.EmptyLibrary
        : query.Filter.IsEmpty ? RefusalKind.NothingNear : RefusalKind.NothingMeetsConditions;

    private static Answer Quote(IReadOnlyList<ScoredSentence> chosen)
    {
        // A paper has one number however many of its sentences are quoted.
        var numbers = chosen.Select(sentence => sentence.Paper.Paper.Key).Distinct()
            .Select((key, i) => (key, Number: i + 1)).ToDictionary(pair => pair.key, pair => pair.Number);
        return new Answer(
            [.. chosen.Select(sentence => new AnswerSentence(LatexText.ToReadable(sentence.Text), [numbers[sentence.Paper.Paper.Key]]))],
            [.. chosen.Select(sentence => new Citation(numbers[sentence.Paper.Paper.Key], sentence.Paper.Paper, sentence.Text))],
            Answer.LocalMode);
    }

    /// <returns>Null when there is nothing to quote.</returns>
    private static Answer? Quote(IReadOnlyList<(Paper Paper, string Sentence)> quotes) => quotes.Count == 0 ? null : new Answer(
        [.. quotes.Take(MostQuotes).Select((quote, i) => new AnswerSentence(LatexText.ToReadable(quote.Sentence), [i + 1]))],
        [.. quotes.Take(MostQuotes).Select((quote, i) => new Citation(i + 1, quote.Paper, quote.Sentence))],
        Answer.LocalMode);

    private static Answer NotInThose(IReadOnlyList<Paper> only) => new(
        [], [.. only.Take(NearestPapers).Select((paper, i) => new Citation(i + 1, paper, ""))], Answer.LocalMode, new Refusal(RefusalKind.NotInThosePapers));

    private static Answer Refuse(Refusal refusal, EvidencePool pool) => new(
        [], [.. pool.Papers.Take(NearestPapers).Select((near, i) => new Citation(i + 1, near.Paper, ""))], Answer.LocalMode, refusal);
}
