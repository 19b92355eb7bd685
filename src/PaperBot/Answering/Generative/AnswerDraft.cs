using PaperBot.Papers;

namespace PaperBot.Answering.Generative;

/// <summary>An answer as it grows: each paper has a number from when it is first cited.</summary>
internal sealed class AnswerDraft(TellSentence tell)
{
    private readonly List<AnswerSentence> _sentences = [];
    private readonly List<Citation> _citations = [];

    public IReadOnlyList<AnswerSentence> Sentences => _sentences;

    public IReadOnlyList<Citation> Citations => _citations;

    public bool Says(string text) => _sentences.Exists(sentence => sentence.Text == text);

    public bool RestsOn(string quote) => _citations.Exists(citation => citation.Quote == quote);

    public async Task AddAsync(ProvenSentence proven)
    {
        var numbers = proven.Bearers.Select(bearer => Cite(bearer.Paper, bearer.Quote)).Distinct().ToList();
        var sentence = new AnswerSentence(proven.Text, numbers) { Quotes = [.. proven.Bearers.Select(bearer => bearer.Quote)] };
        _sentences.Add(sentence);
        await tell(sentence, _citations).ConfigureAwait(false);
    }

    private int Cite(Paper paper, string quote)
    {
        var known = _citations.Find(citation => citation.Paper.Key == paper.Key);
        var number = known?.Number ?? _citations.Select(citation => citation.Number).DefaultIfEmpty().Max() + 1;
        if (!_citations.Exists(citation => citation.Number == number && citation.Quote == quote))
            _citations.Add(new Citation(number, paper, quote));
        return number;
    }
}
