using PaperBot.Answering.Extractive.Questions;
using PaperBot.Answering.Generative;
using PaperBot.Papers;
using PaperBot.Retrieval;

namespace PaperBot.Answering;

/// <summary>
/// Answers a question from the abstracts of the library, each sentence with its citation, or refuses: says what is missing and names the
/// nearest papers. A language model writes where there is one; what it does not write, the abstracts say in their own words.
/// </summary>
internal sealed class Ask(QuotedAnswers quotes, WrittenAnswers writing, PaperStore papers)
{
    private const int LongestQuestion = 2_000;

    /// <param name="question">As typed; conditions such as <c>since:2021</c> narrow the papers.</param>
    public Task<Answer> AnswerAsync(string question, CancellationToken cancellationToken) => AnswerAsync(new AskRequest(question), cancellationToken);

    public Task<Answer> AnswerAsync(AskRequest request, CancellationToken cancellationToken) =>
        AnswerAsync(request, (_, _) => ValueTask.CompletedTask, cancellationToken);

    /// <param name="tell">Takes the sentences as they come, where a language model writes them.</param>
    public async Task<Answer> AnswerAsync(AskRequest request, TellSentence tell, CancellationToken cancellationToken)
    {
        var writer = writing.Begin(request);
        var question = await writer.UnderstandAsync(cancellationToken).ConfigureAwait(false);
        var typed = question.Length > LongestQuestion ? question[..LongestQuestion] : question;
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
        var spokenOf = (request.OnlyPapers ?? []).Distinct().Select(papers.Find).OfType<Paper>().Take(QuotedAnswers.ReadPapers).ToList();
        var quoted = await quotes.AnswerAsync(asked, query, spokenOf, cancellationToken).ConfigureAwait(false);
        return await writer.WriteAsync(query, quoted, tell, cancellationToken).ConfigureAwait(false);
    }

    private static Answer Refuse(Refusal refusal) => new([], [], Answer.LocalMode, refusal);
}
