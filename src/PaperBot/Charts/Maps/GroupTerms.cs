using PaperBot.Papers;
using PaperBot.Retrieval;

namespace PaperBot.Charts.Maps;

/// <summary>
/// The words that tell a group of papers from the others: TF-IDF with a group as one document (Grootendorst 2022), of single words and pairs,
/// times how rare the words are in the library, so that what every abstract says names no group.
/// </summary>
/// <param name="topic">Its own words are in all groups and tell none.</param>
/// <param name="rarity">By stem, of words as typed: 0.1 to 1.</param>
internal sealed class GroupTerms(string topic, Func<IReadOnlyList<string>, IReadOnlyDictionary<string, double>> rarity)
{
    private const int MostTerms = 2, MostLooked = 40, LongestTerm = 34;

    // A word of a title says what a paper is about; one of an abstract may be said by the way.
    private const double TitleWeight = 3;

    private const double PairWeight = 1.6;

    private readonly HashSet<string> _topic = [.. KeywordQuery.Words(topic, 64).Select(WordStem.Of)];

    /// <returns>One label a group; "other papers" for one that no word tells.</returns>
    public IReadOnlyList<string> Of(IReadOnlyList<IReadOnlyList<Paper>> groups)
    {
        var counted = groups.Select(group => new Counts(group, _topic)).ToList();
        var words = counted.Select(counts => counts.Total).DefaultIfEmpty(1).Average();
        var everywhere = counted.SelectMany(counts => counts.Weights).GroupBy(pair => pair.Key, StringComparer.Ordinal)
            .ToDictionary(pair => pair.Key, pair => pair.Sum(weight => weight.Value), StringComparer.Ordinal);
        var looked = counted.Select(counts => counts.Weights
            .Where(pair => counts.Papers[pair.Key] >= Math.Min(2, counts.Size))
            .Select(pair => (Term: pair.Key, Score: pair.Value / counts.Size * Math.Log(1 + words / everywhere[pair.Key]) * (pair.Key.Contains(' ', StringComparison.Ordinal) ? PairWeight : 1)))
            .OrderByDescending(term => term.Score).ThenBy(term => term.Term, StringComparer.Ordinal).Take(MostLooked).ToList()).ToList();
        var rare = rarity([.. looked.SelectMany(terms => terms).SelectMany(term => term.Term.Split(' ')).Distinct().Order(StringComparer.Ordinal)]);
        return [.. looked.Select((terms, i) => Label(
            terms.Select(term => (term.Term, Score: term.Score * term.Term.Split(' ').Average(word => rare.GetValueOrDefault(WordStem.Of(word), 0.5)))), counted[i]))];
    }

    private static string Label(IEnumerable<(string Term, double Score)> terms, Counts counts)
    {
        var chosen = new List<string>();
        foreach (var (term, _) in terms.OrderByDescending(term => term.Score).ThenBy(term => term.Term, StringComparer.Ordinal))
        {
            if (chosen.Count < MostTerms && !chosen.Any(other => other.Split(' ').Intersect(term.Split(' ')).Any()))
                chosen.Add(term);
        }

        return chosen.Count == 0 ? "other papers" : string.Join(", ", chosen.Select(term => ChartText.Line(counts.Written(term), LongestTerm)));
    }

    /// <summary>The words and pairs of a group's papers, by their stems.</summary>
    private sealed class Counts
    {
        private readonly Dictionary<string, Dictionary<string, int>> _written = new(StringComparer.Ordinal);

        public Counts(IReadOnlyList<Paper> papers, HashSet<string> topic)
        {
            Size = papers.Count;
            foreach (var paper in papers)
            {
                var own = new HashSet<string>(StringComparer.Ordinal);
                Count(paper.Title, TitleWeight, topic, own);
                Count(paper.Abstract, 1, topic, own);
                foreach (var term in own)
                    Papers[term] = Papers.GetValueOrDefault(term) + 1;
            }
        }

        public int Size { get; }

        public double Total { get; private set; }

        public Dictionary<string, double> Weights { get; } = new(StringComparer.Ordinal);

        /// <summary>How many papers have a term.</summary>
        public Dictionary<string, int> Papers { get; } = new(StringComparer.Ordinal);

        /// <summary>As most of the papers write it.</summary>
        public string Written(string term) => _written[term].OrderByDescending(form => form.Value).ThenBy(form => form.Key, StringComparer.Ordinal).First().Key;

        private void Count(string text, double weight, HashSet<string> topic, HashSet<string> own)
        {
            (string Stem, string Form)? before = null;
            foreach (var form in TermWords.Of(text))
            {
                var stem = WordStem.Of(form.ToLowerInvariant());
                var isTelling = form.Length > 2 && !StopWords.Contains(form.ToLowerInvariant()) && !form.All(char.IsAsciiDigit);
                if (isTelling && !topic.Contains(stem))
                {
                    Add(stem, form, weight, own);
                    if (before is { } first && first.Stem != stem)
                        Add($"{first.Stem} {stem}", $"{first.Form} {form}", weight, own);
                }

                before = isTelling && !topic.Contains(stem) ? (stem, form) : null;
            }
        }

        private void Add(string term, string form, double weight, HashSet<string> own)
        {
            Total += weight;
            Weights[term] = Weights.GetValueOrDefault(term) + weight;
            own.Add(term);
            var forms = _written.TryGetValue(term, out var known) ? known : _written[term] = new(StringComparer.Ordinal);
            forms[form] = forms.GetValueOrDefault(form) + 1;
        }
    }
}
