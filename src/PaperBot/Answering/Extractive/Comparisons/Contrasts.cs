using PaperBot.Answering.Extractive.Summaries;
using PaperBot.Papers;

namespace PaperBot.Answering.Extractive.Comparisons;

/// <summary>
/// Says what abstracts have in common and where they differ, in sentences that anyone can check by searching the abstracts for
/// the words in them. Nothing is inferred: a paper that does not mention ImageNet is not said not to use it.
/// </summary>
internal sealed class Contrasts
{
    private const int MostItems = 5;

    private readonly IReadOnlyList<Paper> _papers;
    private readonly IReadOnlyList<AspectSearch> _searches;
    private readonly List<StatedFacts> _facts;
    private readonly List<string> _labels;

    /// <param name="searches">One a paper, in the papers' order.</param>
    public Contrasts(IReadOnlyList<Paper> papers, IReadOnlyList<AspectSearch> searches)
    {
        _papers = papers;
        _searches = searches;
        _facts = [.. papers.Select(paper => StatedFacts.Of(paper.Abstract))];
        _labels = [.. papers.Select(paper => $"*{paper.Title}*")];
    }

    private string Everyone => _papers.Count == 2 ? "Both" : $"All {Spelled(_papers.Count)}";

    public IReadOnlyList<string> Shared()
    {
        var sentences = new List<string>();
        Mention(_facts[0].Names);
        Mention(_facts[0].Terms);
        if (_searches.All(search => search.States(Aspect.Limits)))
            sentences.Add($"{Everyone} state limits.");
        if (_searches.All(search => search.States(Aspect.Data)))
            sentences.Add($"{Everyone} say something of their data.");
        if (_facts.TrueForAll(facts => facts.Measures.Count > 0))
            sentences.Add($"{Everyone} state figures.");
        return sentences;

        void Mention(IEnumerable<string> words)
        {
            var everywhere = words.Where(word => _papers.All(paper => StatedFacts.Mentions(paper.Abstract, word))).Take(MostItems).ToList();
            if (everywhere.Count > 0)
                sentences.Add($"{Everyone} mention {Enumerated(everywhere)}.");
        }
    }

    public IReadOnlyList<string> Differ()
    {
        var sentences = new List<string>();
        for (var i = 0; i < _papers.Count; i++)
        {
            var own = _facts[i].Names
                .Where(name => !_papers.Where((_, other) => other != i).Any(paper => StatedFacts.Mentions(paper.Abstract, name)))
                .Take(MostItems)
                .ToList();
            if (own.Count > 0)
                sentences.Add($"Only {_labels[i]} mentions {Enumerated(own)}.");
        }
        for (var i = 0; i < _papers.Count; i++)
        {
            var figures = _facts[i].Measures.Take(MostItems).ToList();
            if (figures.Count > 0)
                sentences.Add($"{_labels[i]} states {Enumerated(figures)}.");
        }
        Few(_searches.Select(search => search.States(Aspect.Limits)), "states limits", "state limits");
        Few(_papers.Select(paper => paper.Abstract.Any(char.IsDigit)), "gives any number", "give any number");
        Few(_papers.Select(paper => paper.Abstract.Length > 0), "has an abstract", "have an abstract");
        return sentences;

        void Few(IEnumerable<bool> holds, string one, string several)
        {
            var those = _labels.Zip(holds).Where(pair => pair.Second).Select(pair => pair.First).ToList();
            if (those.Count > 0 && those.Count < _papers.Count)
                sentences.Add($"Only {Enumerated(those)} {(those.Count == 1 ? one : several)}.");
        }
    }

    private static string Enumerated(List<string> items) =>
        items.Count == 1 ? items[0] : $"{string.Join(", ", items.Take(items.Count - 1))} and {items[^1]}";

    private static string Spelled(int count) => count switch { 3 => "three", 4 => "four", 5 => "five", _ => "six" };
}
