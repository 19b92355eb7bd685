using PaperBot.Papers;
using PaperBot.Retrieval;

namespace PaperBot.Benchmarks.Digests;

/// <summary>
/// What a simulated reader likes within a field, and tells nobody. It is made of what ranking does not see: how authors filed their papers
/// beside the field, and a few telling words of two papers that the reader has in mind. Papers filed under what the reader dislikes, or
/// with words of a third paper, are not liked whatever else they have.
/// </summary>
internal sealed class HiddenTaste
{
    private const int WordsOfAPaper = 3;

    // Of a field's papers; with less there is nothing to find, with more nothing to learn.
    private const double FewestLiked = 0.12, MostLiked = 0.4;

    private readonly string _field;
    private readonly string? _likedFiling, _dislikedFiling;
    private readonly HashSet<string> _likedWords, _dislikedWords;

    private HiddenTaste(string field, string? likedFiling, string? dislikedFiling, HashSet<string> likedWords, HashSet<string> dislikedWords) =>
        (_field, _likedFiling, _dislikedFiling, _likedWords, _dislikedWords) = (field, likedFiling, dislikedFiling, likedWords, dislikedWords);

    /// <summary>The first taste of this chance that likes neither hardly anything nor nearly everything.</summary>
    public static HiddenTaste Make(string field, IReadOnlyList<TastePaper> papers, IReadOnlyDictionary<string, int> frequency, Random chance)
    {
        var ofField = papers.Where(paper => paper.Paper.Categories.Contains(field)).ToList();
        var filings = ofField.SelectMany(paper => paper.Paper.Categories).Where(category => category != field).CountBy(category => category)
            .Where(pair => pair.Value >= ofField.Count / 20 && pair.Value <= ofField.Count / 3).Select(pair => pair.Key).Order(StringComparer.Ordinal).ToList();
        var inField = ofField.SelectMany(paper => paper.Words).CountBy(word => word).ToDictionary(pair => pair.Key, pair => pair.Value);
        while (true)
        {
            var filed = filings.OrderBy(_ => chance.Next()).Take(2).ToList();
            var liked = Words().Concat(Words()).ToHashSet(StringComparer.Ordinal);
            var taste = new HiddenTaste(field, filed.FirstOrDefault(), filed.Skip(1).FirstOrDefault(), liked, Words().Except(liked).ToHashSet(StringComparer.Ordinal));
            if (ofField.Count(taste.Likes) / (double)ofField.Count is >= FewestLiked and <= MostLiked)
                return taste;
        }

        // Words that are more of the field than of all papers, and in some of it.
        IEnumerable<string> Words() => ofField[chance.Next(ofField.Count)].Words
            .Where(word => inField[word] >= ofField.Count / 50 && inField[word] <= ofField.Count / 7)
            .OrderByDescending(word => inField[word] / (double)frequency[word]).ThenBy(word => word, StringComparer.Ordinal).Take(WordsOfAPaper);
    }

    public bool Likes(TastePaper paper) => paper.Paper.Categories.Contains(_field)
        && (paper.Words.Overlaps(_likedWords) || (_likedFiling is not null && paper.Paper.Categories.Contains(_likedFiling)))
        && !paper.Words.Overlaps(_dislikedWords) && !(_dislikedFiling is not null && paper.Paper.Categories.Contains(_dislikedFiling));
}

/// <param name="Words">Stems of its title and abstract.</param>
internal sealed record TastePaper(Paper Paper, IReadOnlySet<string> Words)
{
    public static TastePaper Of(Paper paper) => new(
        paper, KeywordQuery.TellingWords($"{paper.Title}").Concat(KeywordQuery.Words(paper.Abstract, int.MaxValue).Where(word => word.Length > 3 && !StopWords.Contains(word)))
            .Select(WordStem.Of).ToHashSet(StringComparer.Ordinal));
}
