using PaperBot.Papers;
using PaperBot.Retrieval;

namespace PaperBot.Charts.Maps;

/// <summary>
/// The words that tell a group of papers from the others: how much more of the group's papers say them than of the rest (as TF-IDF with a group
/// as one document, Grootendorst 2022), for single words and pairs, times how rare the words are in the library, so that what every abstract
/// says names no group.
/// </summary>
/// <param name="topic">Its own words are in all groups and tell none.</param>
/// <param name="rarity">By stem, of words as typed: 0.1 to 1.</param>
internal sealed class GroupTerms(string topic, Func<IReadOnlyList<string>, IReadOnlyDictionary<string, double>> rarity)
{
    private const int MostTerms = 2, MostLooked = 60, LongestTerm = 34;

    // A word of a title says what a paper is about; one of an abstract may be said by the way.
    private const double TitleWeight = 2, AbstractWeight = 1;

    private const double PairWeight = 1.5;

    // A word that one paper of ten says by chance counts as said by no more.
    private const double Chance = 0.1;

    private readonly HashSet<string> _topic = [.. KeywordQuery.Words(topic, 64).Select(WordStem.Of)];

    /// <returns>One label a group; "other papers" for one that no word tells.</returns>
    public IReadOnlyList<string> Of(IReadOnlyList<IReadOnlyList<Paper>> groups)
    {
        var counted = groups.Select(group => new TermCounts(group, _topic, TitleWeight, AbstractWeight)).ToList();
        var looked = counted.Select(counts => Telling(counts, [.. counted.Where(other => other != counts)])).ToList();
        var rare = rarity([.. looked.SelectMany(terms => terms).SelectMany(term => term.Term.Split(' ')).Distinct().Order(StringComparer.Ordinal)]);
        return
        [
            .. looked.Select((terms, i) => Label(
                terms.Select(term => (term.Term, Score: term.Score * Math.Pow(term.Term.Split(' ').Average(word => rare.GetValueOrDefault(WordStem.Of(word), 0.5)), 2))),
                counted[i])),
        ];
    }

    private static List<(string Term, double Score)> Telling(TermCounts group, IReadOnlyList<TermCounts> others)
    {
        var size = Math.Max(1, others.Sum(other => other.Size));
        return
        [
            .. group.Weights.Where(pair => group.Papers[pair.Key] >= Math.Max(2, group.Size / 4))
                .Select(pair => (Term: pair.Key, Within: pair.Value / group.Size, Beside: others.Sum(other => other.Weights.GetValueOrDefault(pair.Key)) / size))
                .Select(term => (term.Term, Score: term.Within * Math.Log((term.Within + Chance) / (term.Beside + Chance)) * (term.Term.Contains(' ', StringComparison.Ordinal) ? PairWeight : 1)))
                .Where(term => term.Score > 0)
                .OrderByDescending(term => term.Score).ThenBy(term => term.Term, StringComparer.Ordinal).Take(MostLooked),
        ];
    }

    private static string Label(IEnumerable<(string Term, double Score)> terms, TermCounts counts)
    {
        var chosen = new List<string>();
        foreach (var (term, _) in terms.OrderByDescending(term => term.Score).ThenBy(term => term.Term, StringComparer.Ordinal))
        {
            if (chosen.Count < MostTerms && !chosen.Any(other => other.Split(' ').Intersect(term.Split(' ')).Any()))
                chosen.Add(term);
        }

        return chosen.Count == 0 ? "other papers" : string.Join(", ", chosen.Select(term => ChartText.Line(counts.Written(term), LongestTerm)));
    }
}
