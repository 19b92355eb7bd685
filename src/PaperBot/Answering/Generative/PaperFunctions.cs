using System.ComponentModel;
using Microsoft.SemanticKernel;
using PaperBot.Papers;
using PaperBot.Retrieval;

namespace PaperBot.Answering.Generative;

/// <summary>What a language model may do while it answers: look for more papers, a few times, among those that may be searched.</summary>
/// <param name="filter">The conditions of the question and of its place.</param>
/// <param name="most">Calls of all functions together.</param>
internal sealed class PaperFunctions(Retriever retriever, SearchFilter filter, ShownPapers shown, int most)
{
    private const int FoundPapers = 4;
    private const int LongestQuery = 300;
    private const string NoMore = "No more searches for this question. Answer from the papers above.";

    private int _calls;

    public IReadOnlyList<KernelFunction> In(Kernel kernel) =>
    [
        kernel.CreateFunctionFromMethod(SearchAsync, "search_papers", "Finds papers of the library for a few words or a question, each with its key and abstract."),
        kernel.CreateFunctionFromMethod(GetAsync, "get_paper", "Finds one paper of the library by its title, arXiv id or DOI."),
        kernel.CreateFunctionFromMethod(SimilarAsync, "similar_papers", "Finds papers of the library that are close to one that was shown before."),
    ];

    private Task<string> SearchAsync([Description("What to look for")] string query, CancellationToken cancellationToken) =>
        FindAsync(async () => (await retriever.SearchAsync(Query(query), FoundPapers, SearchMode.Hybrid, cancellationToken).ConfigureAwait(false)).Hits);

    private Task<string> GetAsync([Description("Title, arXiv id or DOI")] string reference, CancellationToken cancellationToken) => FindAsync(async () =>
    {
        var found = PaperReference.Parse(Shorten(reference)).Key is { } key
            ? new SearchQuery("", filter with { Papers = [key] }) : Query(reference);
        return (await retriever.SearchAsync(found, 1, SearchMode.Hybrid, cancellationToken).ConfigureAwait(false)).Hits;
    });

    private Task<string> SimilarAsync([Description("Its key, without brackets")] string key, CancellationToken cancellationToken) => FindAsync(async () =>
        shown.Find(key.Trim('[', ']', ' ')) is { } paper
            ? (await retriever.SimilarAsync(paper, filter with { Papers = null }, FoundPapers, cancellationToken).ConfigureAwait(false)).Hits : []);

    private async Task<string> FindAsync(Func<Task<IReadOnlyList<SearchHit>>> findAsync)
    {
        if (++_calls > most)
            return NoMore;
        var found = await findAsync().ConfigureAwait(false);
        return found.Count == 0 ? "Nothing was found." : $"{shown.Fence}\n{shown.Show(found.Select(hit => hit.Paper))}\n{shown.Fence}";
    }

    // Conditions are for people: a model that types one has read it somewhere.
    private SearchQuery Query(string typed) => new(Shorten(typed), filter with { Papers = null });

    private static string Shorten(string typed) => typed.Length > LongestQuery ? typed[..LongestQuery] : typed;
}
