using PaperBot.Answering.Extractive.Summaries;
using PaperBot.Papers;

namespace PaperBot.Answering;

/// <summary>Says what a paper is about, in its own words.</summary>
internal sealed class Summarize(Summarizer summarizer)
{
    /// <returns>With an empty TLDR where the paper has no abstract to quote.</returns>
    /// <exception cref="OperationCanceledException">Asked for before the summary was done.</exception>
    public Summary Of(Paper paper, CancellationToken cancellationToken) => summarizer.Summarize(paper, cancellationToken);
}
