using System.Text.Json;

namespace PaperBot.Digests.Ranking;

/// <summary>
/// How much each category tells of a paper's place within an interest. What nearly all papers on it are filed under tells nothing, and what
/// a few of them are filed under beside it tells much: readers care for a part of what they asked for.
/// </summary>
internal sealed class FilingRarity
{
    private readonly Dictionary<string, double> _having = new(StringComparer.Ordinal);
    private readonly Dictionary<string, FiledUnder[]> _known = new(StringComparer.Ordinal);
    private readonly double _all;

    /// <param name="onInterest">Lists of categories as the library has them, and how much of the interest is filed so: a sum of probabilities.</param>
    public FilingRarity(IEnumerable<(string Categories, double Papers)> onInterest)
    {
        foreach (var (categories, papers) in onInterest)
        {
            _all += papers;
            foreach (var category in List(categories))
                _having[category] = _having.GetValueOrDefault(category) + papers;
        }
    }

    /// <param name="categories">A list, as the library has it.</param>
    public FiledUnder[] Of(string categories)
    {
        if (_known.TryGetValue(categories, out var known))
            return known;
        var weights = List(categories).ToDictionary(category => category, category => Math.Log((_all + 1) / (_having.GetValueOrDefault(category) + 0.5)));
        var told = weights.Where(pair => pair.Value > 0).ToList();
        var length = Math.Sqrt(told.Sum(pair => pair.Value * pair.Value));
        return _known[categories] = [.. told.Select(pair => new FiledUnder(pair.Key, (float)(pair.Value / length)))];
    }

    private static IEnumerable<string> List(string json) => json == "[]" ? [] : (JsonSerializer.Deserialize<string[]>(json) ?? []).Distinct();
}
