using PaperBot.Answering.Extractive.Summaries;
using PaperBot.Papers;

namespace PaperBot.Answering.Extractive.Comparisons;

/// <summary>The sentences of one abstract, asked for aspects.</summary>
internal sealed class AspectSearch
{
    /// <summary>The most words from the first to the last that stand for one aspect: farther apart they speak of two things.</summary>
    private const int Near = 7;

    private readonly IReadOnlyList<string> _sentences;
    private readonly AspectScores _scores;
    private readonly IReadOnlyDictionary<Aspect, int> _usual;

    public AspectSearch(Paper paper, CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        _sentences = QuotableSentences.Of(paper);
        Text = string.Join('\n', _sentences);
        _scores = new AspectScores(paper.Title, _sentences, cancellationToken);
        _usual = AspectQuotes.Choose(_scores);
    }

    /// <summary>What of the abstract is read, a sentence a line.</summary>
    public string Text { get; }

    public bool States(Aspect aspect) => _usual.ContainsKey(aspect);

    /// <returns>Every sentence that states the aspect, the best first.</returns>
    public IEnumerable<string> All(Aspect aspect) => Enumerable.Range(0, _sentences.Count)
        .Where(i => _scores.States(i, aspect))
        .OrderByDescending(i => _usual.TryGetValue(aspect, out var best) && best == i)
        .ThenByDescending(i => _scores[i, aspect])
        .Select(i => _sentences[i]);

    /// <returns>A whole sentence of the abstract; null when it does not state the aspect.</returns>
    public string? Quote(string aspect)
    {
        if (AspectWords.Known(aspect) is { } usual)
            return _usual.TryGetValue(usual, out var sentence) ? _sentences[sentence] : null;
        if (AspectWords.AsksForCode(aspect))
            return _sentences.LastOrDefault(AspectCues.Availability().IsMatch);

        // Every word of the aspect must be met, and near the others: half of "training cost" is another aspect.
        var sought = AspectWords.Sought(aspect);
        if (sought.Count == 0)
            return null;
        var exact = Words.Of(aspect).Select(Words.Stem).ToHashSet(StringComparer.Ordinal);
        var first = AspectWords.IsProperty(aspect) ? _scores.Begins : 0;
        return Enumerable.Range(first, _sentences.Count - first)
            .Select(i => (Index: i, Words: Words.Of(AspectWords.WithoutIdioms(_sentences[i]))))
            .Where(sentence => Span(sentence.Words, sought) <= Near)
            .OrderByDescending(sentence => sentence.Words.Select(Words.Stem).Distinct(StringComparer.Ordinal).Count(exact.Contains))
            .ThenByDescending(sentence => _scores.States(sentence.Index, Aspect.Results))
            .ThenByDescending(sentence => _sentences[sentence.Index].Any(char.IsAsciiDigit))
            .ThenByDescending(sentence => sentence.Index >= _scores.Begins)
            .Select(sentence => _sentences[sentence.Index])
            .FirstOrDefault();
    }

    /// <returns>The fewest words in a row that hold one of each that is sought; very many when one is not there.</returns>
    private static int Span(List<string> words, IReadOnlyList<Predicate<string>> sought)
    {
        var shortest = int.MaxValue;
        var last = Enumerable.Repeat(-1, sought.Count).ToArray();
        for (var i = 0; i < words.Count; i++)
        {
            for (var one = 0; one < sought.Count; one++)
            {
                if (sought[one](words[i]))
                    last[one] = i;
            }
            if (last.Min() is var begin and >= 0)
                shortest = Math.Min(shortest, i - begin + 1);
        }
        return shortest;
    }
}
