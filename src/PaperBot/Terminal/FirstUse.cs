using PaperBot.Retrieval;
using PaperBot.Terminal.Output;

namespace PaperBot.Terminal;

/// <summary>Makes ready what a question needs, so that the first command a person types is the one they came for.</summary>
internal sealed class FirstUse(SampleLibrary sample, EmbeddingRun embedding, TerminalOutput output)
{
    // A few seconds' work is done at once; more than that would keep the person waiting for an answer that words can give as well.
    private const int MostEmbeddedUnasked = 100;

    /// <returns>Whether papers can be found by meaning; when not, the person has been told.</returns>
    public async Task<bool> PrepareAsync(CancellationToken cancellationToken)
    {
        await sample.LoadWhenEmptyAsync(cancellationToken).ConfigureAwait(false);
        if (await embedding.EnsureModelAsync(cancellationToken).ConfigureAwait(false) is not { } model)
            return false;
        var (papers, sentences) = (embedding.Pending(model, EmbeddingPart.Paper), embedding.Pending(model, EmbeddingPart.Sentences));
        if (Math.Max(papers, sentences) is > 0 and <= MostEmbeddedUnasked)
            await embedding.CatchUpAsync(cancellationToken).ConfigureAwait(false);
        else if (papers > 0)
            output.Notice($"{papers:N0} papers have no embedding yet and are found by their words alone. `paperbot embed` catches up.");
        else if (sentences > 0)
            output.Notice($"{sentences:N0} papers are not embedded sentence by sentence yet, so they are ranked less finely. `paperbot embed` catches up.");
        return true;
    }
}
