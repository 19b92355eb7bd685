using PaperBot.Answering.Extractive.Summaries;

namespace PaperBot.Answering.Evaluation;

/// <summary>Means over the papers of the best score over a paper's references, in percent: 0 to 100, 0 without papers.</summary>
/// <param name="Rejected">Lines that hold no paper, with why; they count nowhere.</param>
internal sealed record SummaryQuality(
    int Papers, double Rouge1, double Rouge2, double RougeL, IReadOnlyList<(int Line, string Reason)> Rejected);

/// <summary>How good one-sentence summaries are against those that people wrote.</summary>
/// <param name="summarize">From a title and the abstract's sentences to a summary.</param>
/// <param name="stem">As <see cref="Rouge"/> has it; true is how SciTLDR's figures were made.</param>
internal sealed class SummaryEvaluation(Func<string, IReadOnlyList<string>, string> summarize, bool stem = true)
{
    /// <summary>Of the TLDRs that <see cref="Summarizer"/> picks.</summary>
    public SummaryEvaluation(Summarizer summarizer, bool stem = true)
        : this(summarizer.Tldr, stem)
    {
    }

    /// <param name="path">A file in SciTLDR's format, read one line at a time.</param>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public async Task<SummaryQuality> RunAsync(string path, CancellationToken cancellation)
    {
        var rouge = new Rouge(stem);
        var rejected = new List<(int, string)>();
        var papers = 0;
        double rouge1 = 0, rouge2 = 0, rougeL = 0;
        await foreach (var line in SciTldrFile.ReadAsync(path, cancellation).ConfigureAwait(false))
        {
            if (line.Paper is null)
            {
                rejected.Add((line.Number, line.Reason!));
                continue;
            }
            var best = rouge.Best(summarize(line.Paper.Title, line.Paper.Sentences), line.Paper.Tldrs);
            papers++;
            rouge1 += best.Rouge1;
            rouge2 += best.Rouge2;
            rougeL += best.RougeL;
        }
        var scale = 100.0 / Math.Max(1, papers);
        return new SummaryQuality(papers, rouge1 * scale, rouge2 * scale, rougeL * scale, rejected);
    }
}
