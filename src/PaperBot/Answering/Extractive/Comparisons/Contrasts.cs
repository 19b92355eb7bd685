using System.Globalization;
using PaperBot.Answering.Extractive.Summaries;
using PaperBot.Papers;

namespace PaperBot.Answering.Extractive.Comparisons;

/// <summary>
/// Says what papers have in common and where they differ, in a few sentences that anyone can check by searching the abstracts for
/// the words in them. Nothing is inferred: a paper that does not mention ImageNet is not said not to use it, and a number is
/// only told inside the clause that says what it is of.
/// </summary>
internal sealed class Contrasts
{
    private const int MostTerms = 5;

    private const int MostItems = 3;

    private readonly IReadOnlyList<Paper> _papers;
    private readonly IReadOnlyList<AspectSearch> _searches;
    private readonly List<StatedFacts> _facts;
    private readonly List<string> _labels;
    private readonly CancellationToken _cancellationToken;

    /// <param name="searches">One a paper, in the papers' order.</param>
    public Contrasts(IReadOnlyList<Paper> papers, IReadOnlyList<AspectSearch> searches, CancellationToken cancellationToken)
    {
        _papers = papers;
        _cancellationToken = cancellationToken;
        _searches = searches;
        _facts = [.. papers.Zip(searches, (paper, search) =>
        {
            cancellationToken.ThrowIfCancellationRequested();
            return StatedFacts.Of(paper, search);
        })];
        _labels = [.. papers.Select(paper => $"*{paper.Title}*")];
    }

    private string Everyone => _papers.Count == 2 ? "Both" : $"All {Spelled(_papers.Count)}";

    public IReadOnlyList<string> Shared()
    {
        var sentences = new List<string>();
        Add("name {0} in title or approach", [.. SharedKinds().Select(family => _facts[0].Kinds.First(kind => kind.Family == family).Words)]);
        Add("name {0} as data", [.. SharedData()]);
        Add("mention {0}", SharedTerms.Of([.. _papers.Zip(_searches, (paper, search) => (paper.Title, search.Text))], 2 * MostTerms, _cancellationToken));
        Add("report on {0}", [.. _facts[0].Metrics.Where(metric => _facts.TrueForAll(facts => facts.Metrics.Contains(metric, StringComparer.Ordinal)))]);
        if (_searches.All(search => search.States(Aspect.Limits)))
            sentences.Add($"{Everyone} state limits.");
        return sentences;

        void Add(string says, IReadOnlyList<string> words)
        {
            // A word that is already said need not be said again.
            var items = words.Where(word => !sentences.Exists(sentence => StatedFacts.Mentions(sentence, word))).Take(MostTerms).ToList();
            if (items.Count > 0)
                sentences.Add($"{Everyone} {string.Format(CultureInfo.InvariantCulture, says, Enumerated(items))}.");
        }
    }

    public IReadOnlyList<string> Differ()
    {
        var sentences = new List<string>();
        var with = _labels.Where((_, i) => _papers[i].Abstract.Length > 0).ToList();
        if (with.Count > 0 && with.Count < _papers.Count)
            sentences.Add($"Only {Enumerated(with)} {(with.Count == 1 ? "has" : "have")} an abstract.");

        var sharedData = SharedData().ToHashSet(StringComparer.OrdinalIgnoreCase);
        Add("Data", 1, "names", facts => Few(facts.Data.Where(name => !sharedData.Contains(name))));
        var sharedKinds = SharedKinds().ToHashSet(StringComparer.Ordinal);
        Add("Kind of method", 2, "names", facts => Few(facts.Kinds.Where(kind => !sharedKinds.Contains(kind.Family)).Select(kind => kind.Words)));
        Add("Figures", 1, "reports", facts => facts.Figure is { } figure ? $"“{figure}”" : null);
        if (sentences.Count < 4 && _labels.Where((_, i) => _searches[i].States(Aspect.Limits)).ToList() is { Count: > 0 } limited && limited.Count < _papers.Count)
            sentences.Add($"Only {Enumerated(limited)} {(limited.Count == 1 ? "states" : "state")} limits.");
        return sentences;

        void Add(string what, int fewest, string verb, Func<StatedFacts, string?> tell)
        {
            var told = _facts.Select((facts, i) => (Label: _labels[i], Text: tell(facts))).Where(pair => pair.Text is not null).ToList();
            if (told.Count >= fewest)
                sentences.Add($"{what}: {string.Join("; ", told.Select(pair => $"{pair.Label} {verb} {pair.Text}"))}.");
        }
    }

    private IEnumerable<string> SharedData() =>
        _facts[0].Data.Where(name => _searches.All(search => StatedFacts.Mentions(search.Text, name)) && _facts.TrueForAll(facts => facts.Data.Count > 0));

    private IEnumerable<string> SharedKinds() =>
        _facts[0].Kinds.Select(kind => kind.Family).Where(family => _facts.TrueForAll(facts => facts.Kinds.Any(kind => kind.Family == family)));

    private static string? Few(IEnumerable<string> items) => items.Take(MostItems).ToList() is { Count: > 0 } few ? Enumerated(few) : null;

    private static string Enumerated(List<string> items) =>
        items.Count == 1 ? items[0] : $"{string.Join(", ", items.Take(items.Count - 1))} and {items[^1]}";

    private static string Spelled(int count) => count switch { 3 => "three", 4 => "four", 5 => "five", _ => "six" };
}
