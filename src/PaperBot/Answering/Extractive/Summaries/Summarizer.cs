using PaperBot.Papers;

namespace PaperBot.Answering.Extractive.Summaries;

/// <summary>
/// Summarizes a paper in its own words: one sentence, or a shorter piece of one, as the TLDR, and a sentence for each aspect
/// that the abstract states. Needs no model beyond the weights in the program, keeps no state and may be shared between threads.
/// </summary>
internal sealed class Summarizer(TldrScorer scorer)
{
    /// <summary>With the weights that the program carries; reading them takes some milliseconds.</summary>
    public Summarizer()
        : this(TldrWeights.LoadBuiltIn())
    {
    }

    /// <returns>
    /// Every quote is a piece of <see cref="Paper.Abstract"/>, its first letter as it stands there. Without an abstract the TLDR is
    /// empty and there are no points, as with an abstract that holds none of <see cref="QuotableSentences"/>; one that holds a single
    /// such sentence has it for its TLDR, whole and without points.
    /// </returns>
    /// <exception cref="OperationCanceledException">Asked for before the summary was done.</exception>
    public Summary Summarize(Paper paper, CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var sentences = QuotableSentences.Of(paper);
        if (sentences.Count < 2)
            return new Summary(paper, sentences.Count == 0 ? "" : sentences[0], []);

        var chosen = AspectQuotes.Choose(new AspectScores(paper.Title, sentences, cancellationToken));
        // Nobody reads a sentence twice: where one states the data beside something else, it stands for the latter.
        var points = Aspects.Shown
            .Where(aspect => chosen.TryGetValue(aspect, out var sentence)
                && !chosen.Any(other => other.Value == sentence && (aspect == Aspect.Data ? other.Key != aspect : other.Key < aspect && other.Key != Aspect.Data)))
            .Select(aspect => new SummaryPoint(Aspects.Name(aspect), sentences[chosen[aspect]]));
        cancellationToken.ThrowIfCancellationRequested();
        return new Summary(paper, Tldr(paper.Title, sentences), [.. points]);
    }

    /// <returns>The TLDR of <see cref="Summarize"/>, without the work of its points.</returns>
    public string Tldr(Paper paper)
    {
        var sentences = QuotableSentences.Of(paper);
        return sentences.Count < 2 ? sentences.FirstOrDefault("") : Tldr(paper.Title, sentences);
    }

    /// <returns>A piece of one of the sentences; empty when none of them is one of <see cref="QuotableSentences"/>.</returns>
    public string Tldr(string title, IReadOnlyList<string> sentences)
    {
        var document = new TldrDocument(title, QuotableSentences.Of(sentences));
        var best = scorer.Best(document);
        return best < 0 ? "" : document.Text(document.Candidates[best]);
    }
}
