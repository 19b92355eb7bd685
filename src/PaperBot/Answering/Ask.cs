using PaperBot.Retrieval;

namespace PaperBot.Answering;

/// <summary>Answers a question from the abstracts of the library, or refuses with the nearest papers.</summary>
internal sealed class Ask(Retriever retriever)
{
    /// <param name="question">As typed; conditions such as <c>since:2021</c> narrow the papers.</param>
    public async Task<Answer> AnswerAsync(string question, CancellationToken cancellationToken)
    {
        var found = await retriever.SearchAsync(SearchQuery.Parse(question, out _), 3, SearchMode.Hybrid, cancellationToken).ConfigureAwait(false);
        return new Answer([], [.. found.Hits.Select((hit, i) => new Citation(i + 1, hit.Paper, ""))], "local", "Not yet.");
    }
}
