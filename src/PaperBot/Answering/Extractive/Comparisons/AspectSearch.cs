using PaperBot.Answering.Extractive.Summaries;

namespace PaperBot.Answering.Extractive.Comparisons;

/// <summary>The sentences of one abstract, asked for aspects.</summary>
internal sealed class AspectSearch(string title, IReadOnlyList<string> sentences)
{
    private readonly IReadOnlyDictionary<Aspect, int> _usual = AspectQuotes.Choose(title, sentences);

    public bool States(Aspect aspect) => _usual.ContainsKey(aspect);

    /// <returns>A whole sentence of the abstract; null when it does not state the aspect.</returns>
    public string? Quote(string aspect)
    {
        if (AspectWords.Known(aspect) is { } usual)
            return _usual.TryGetValue(usual, out var sentence) ? sentences[sentence] : null;

        // Every word of the aspect must be met: half of "training cost" is another aspect.
        var sought = AspectWords.Sought(aspect);
        if (sought.Count == 0)
            return null;
        var exact = Words.Of(aspect).Select(Words.Stem).ToHashSet(StringComparer.Ordinal);
        return sentences
            .Select(text => (Text: text, Stems: Words.Of(text).ConvertAll(Words.Stem)))
            .Where(sentence => sought.All(ring => sentence.Stems.Exists(ring.Contains)))
            .OrderByDescending(sentence => sentence.Stems.Distinct(StringComparer.Ordinal).Count(exact.Contains))
            .ThenByDescending(sentence => AspectCues.Authors().IsMatch(sentence.Text))
            .ThenByDescending(sentence => sentence.Text.Any(char.IsAsciiDigit))
            .Select(sentence => sentence.Text)
            .FirstOrDefault();
    }
}
