using PaperBot.Answering.Extractive.Summaries;
using PaperBot.Answering.Generative;
using PaperBot.Papers;

namespace PaperBot.Answering;

/// <summary>Says what papers are about: in their own words, and first in a sentence that a language model writes, where there is one and it stands.</summary>
internal sealed class Summarize(Summarizer summarizer, WrittenSummaries writing)
{
    /// <param name="person">Who asks, for their share of the language model; empty in the terminal.</param>
    /// <returns>One a paper, in their order; with an empty TLDR where the paper has no abstract to quote.</returns>
    /// <exception cref="OperationCanceledException">Asked for before the summaries were done.</exception>
    public async Task<IReadOnlyList<Summary>> OfAsync(IReadOnlyList<Paper> papers, string person, CancellationToken cancellationToken) =>
        await Task.WhenAll(papers.Select(paper => writing.WriteAsync(summarizer.Summarize(paper, cancellationToken), person, cancellationToken))).ConfigureAwait(false);
}
