using PaperBot.Papers;

namespace PaperBot.Answering.Extractive.Summaries;

internal sealed class Summarizer
{
    private readonly TldrScorer _scorer;
    public Summarizer(TldrScorer scorer) => _scorer = scorer;
    public string Tldr(string title, IReadOnlyList<string> sentences)
    {
        var document = new TldrDocument(title, sentences);
        return document.Text(document.Candidates[_scorer.Best(document)]);
    }
}
