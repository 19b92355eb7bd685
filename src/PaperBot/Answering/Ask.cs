using PaperBot.Answering.Extractive.Questions;
using PaperBot.Answering.Extractive.Summaries;
using PaperBot.Papers;
using PaperBot.Retrieval;

namespace PaperBot.Answering;

/// <summary>
/// Answers a question with sentences taken verbatim from the abstracts of the library, each with its citation, or refuses: says what is
/// missing and names the nearest papers.
/// </summary>
internal sealed class Ask(Retriever retriever, PaperStore papers, Summarizer summarizer)
{
    public const string LocalMode = "local";

    // Papers whose sentences are weighed; evidence further down has not once been the answer in the question sets.
    private const int ReadPapers = 8;
    private const int NearestPapers = 3;
    private const int MostQuotes = 4;
    private const int LongestQuestion = 2_000;

    /// <param name="question">As typed; conditions such as <c>since:2021</c> narrow the papers.</param>
    public Task<Answer> AnswerAsync(string question, CancellationToken cancellationToken) => AnswerAsync(new AskRequest(question), cancellationToken);

    public async Task<Answer> AnswerAsync(AskRequest request, CancellationToken cancellationToken)
    {
        var typed = request.Question.Length > LongestQuestion ? request.Question[..LongestQuestion] : request.Question;
        var query = SearchQuery.Parse(typed, out var problem);
        if (problem is not null)
            return Refuse(new Refusal(RefusalKind.WrongCondition) { Problem = problem });
        if (query.Text.Length == 0)
            return Refuse(new Refusal(RefusalKind.NothingAsked));
        if (Instructions.IsOne(query.Text))
            return Refuse(new Refusal(RefusalKind.Instruction));
        var asked = Question.Read(query.Text);
        if (asked.Terms.Count == 0)
            return Refuse(new Refusal(RefusalKind.NoQuestion));
        query = query with { Filter = query.Filter with { Within = request.Scope } };
        var spokenOf = (request.OnlyPapers ?? []).Distinct().Select(papers.Find).OfType<Paper>().Take(ReadPapers).ToList();
        return spokenOf.Count > 0
            ? await AnswerOfAsync(spokenOf, asked, query, cancellationToken).ConfigureAwait(false)
            : await AnswerAsync(asked, query, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Of certain papers first, and only where they do not say of the others.</summary>
    private async Task<Answer> AnswerOfAsync(IReadOnlyList<Paper> only, Question asked, SearchQuery query, CancellationToken cancellationToken)
    {
        if (AspectAnswer.Only(asked.Text, only) is { } aspect)
            return Quote(AspectAnswer.Quote(aspect, only, cancellationToken)) ?? NotInThose(only);
        var those = query with { Filter = query.Filter with { Papers = [.. only.Select(paper => paper.Key)] } };
        var answer = await AnswerAsync(asked, those, cancellationToken).ConfigureAwait(false);
        if (answer.Refusal is null or { Kind: RefusalKind.Authors or RefusalKind.Published })
            return answer;
        if (Quote(AspectAnswer.Quote(AspectAnswer.OtherAspect(asked.Text, only), only, cancellationToken)) is { } quoted)
            return quoted;
        var elsewhere = await AnswerAsync(asked, query, cancellationToken).ConfigureAwait(false);
        if (elsewhere.Refusal is null)
            return elsewhere with { IsFromOtherPapers = !elsewhere.Citations.Any(citation => only.Any(paper => paper.Key == citation.Paper.Key)) };
        return answer.Refusal.Kind is RefusalKind.NeverMentioned or RefusalKind.NotMentionedHere or RefusalKind.NoAbstract
            ? answer : NotInThose(only) with { Notice = answer.Notice };
    }

    private async Task<Answer> AnswerAsync(Question asked, SearchQuery query, CancellationToken cancellationToken)
    {
        var pool = await retriever.FindEvidenceAsync(query, ReadPapers, cancellationToken).ConfigureAwait(false);
        var weights = pool.HasVectors ? AnswerWeights.WithVectors : AnswerWeights.KeywordsAlone;
        var evidence = ScoredEvidence.Of(asked, pool, weights);
        if (evidence.Sentences.Count == 0)
            return Refuse(new Refusal(NothingToQuote(query, pool)), pool) with { Notice = pool.Notice };
        var answered = asked.Kind is not (QuestionKind.Authors or QuestionKind.Published)
            && AnswerWeights.Dot(weights.Answerable, AnswerabilityFeatures.Of(evidence)) >= weights.Threshold;
        var answer = answered ? Quote(SentenceSelection.Choose(evidence, summarizer)) : Refuse(RefusalReason.Of(evidence), pool);
        return answer with { Notice = pool.Notice };
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
            LocalMode);
    }

    /// <returns>Null when there is nothing to quote.</returns>
    private static Answer? Quote(IReadOnlyList<(Paper Paper, string Sentence)> quotes) => quotes.Count == 0 ? null : new Answer(
        [.. quotes.Take(MostQuotes).Select((quote, i) => new AnswerSentence(LatexText.ToReadable(quote.Sentence), [i + 1]))],
        [.. quotes.Take(MostQuotes).Select((quote, i) => new Citation(i + 1, quote.Paper, quote.Sentence))],
        LocalMode);

    private static Answer NotInThose(IReadOnlyList<Paper> only) => new(
        [], [.. only.Take(NearestPapers).Select((paper, i) => new Citation(i + 1, paper, ""))], LocalMode, new Refusal(RefusalKind.NotInThosePapers));

    private static Answer Refuse(Refusal refusal, EvidencePool? pool = null) => new(
        [], [.. (pool?.Papers ?? []).Take(NearestPapers).Select((near, i) => new Citation(i + 1, near.Paper, ""))], LocalMode, refusal);
}
