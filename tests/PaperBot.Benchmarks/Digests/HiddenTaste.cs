using PaperBot.Papers;
using PaperBot.Retrieval;

namespace PaperBot.Benchmarks.Digests;

/// <summary>What a simulated reader likes within a field, and tells nobody. No embedding has a part in it; see <see cref="TasteKind"/>.</summary>
internal sealed class HiddenTaste
{
    private const int WordsOfAPaper = 3;

    // Of a field's papers; with less there is nothing to find, with more nothing to learn.
    private const double FewestLiked = 0.08, MostLiked = 0.4;

    // What is as near as this share of the field to a paper that the reader has in mind is liked.
    private const double Near = 0.1;

    // Chances that are drawn before a field is said to have no such taste.
    private const int MostTries = 200;

    private readonly HashSet<PaperKey> _liked;

    private HiddenTaste(TasteKind kind, double share, IEnumerable<PaperKey> liked) => (Kind, Share, _liked) = (kind, share, [.. liked]);

    public TasteKind Kind { get; }

    /// <summary>Of the field's papers that are liked.</summary>
    public double Share { get; }

    /// <returns>The first taste of this chance that likes neither hardly anything nor nearly everything; null when the field has none.</returns>
    public static HiddenTaste? Make(TasteKind kind, string field, IReadOnlyList<TastePaper> papers, IReadOnlyDictionary<string, int> frequency, Random chance)
    {
        var ofField = papers.Where(paper => paper.Paper.Categories.Contains(field)).ToList();
        var filings = ofField.SelectMany(paper => paper.Paper.Categories).Where(category => category != field).CountBy(category => category)
            .Where(pair => pair.Value >= ofField.Count / 20 && pair.Value <= ofField.Count / 3).Select(pair => pair.Key).Order(StringComparer.Ordinal).ToList();
        var inField = ofField.SelectMany(paper => paper.Words).CountBy(word => word).ToDictionary(pair => pair.Key, pair => pair.Value);
        for (var tried = 0; tried < MostTries; tried++)
        {
            var likes = kind switch
            {
                TasteKind.Filing => Filed(),
                TasteKind.Words => Having([.. Words(), .. Words()]),
                TasteKind.Likeness => Like(Any(), Any()),
                _ => Mixed(),
            };
            var liked = ofField.Where(likes).Select(paper => paper.Paper.Key).ToList();
            if (liked.Count / (double)ofField.Count is >= FewestLiked and <= MostLiked and var share)
                return new HiddenTaste(kind, share, liked);
        }

        return null;

        TastePaper Any() => ofField[chance.Next(ofField.Count)];

        // Words that are more of the field than of all papers, and in some of it.
        IEnumerable<string> Words() => Any().Words
            .Where(word => inField[word] >= ofField.Count / 50 && inField[word] <= ofField.Count / 7)
            .OrderByDescending(word => inField[word] / (double)frequency[word]).ThenBy(word => word, StringComparer.Ordinal).Take(WordsOfAPaper);

        Func<TastePaper, bool> Filed()
        {
            var filing = filings.Count > 0 ? filings[chance.Next(filings.Count)] : null;
            return paper => filing is not null && paper.Paper.Categories.Contains(filing);
        }

        static Func<TastePaper, bool> Having(HashSet<string> words) => paper => paper.Words.Overlaps(words);

        Func<TastePaper, bool> Like(TastePaper one, TastePaper other)
        {
            var near = ofField.ToDictionary(paper => paper, paper => (One: Likeness(one, paper), Other: Likeness(other, paper)));
            var count = (int)(Near * ofField.Count);
            var (least, leastOther) = (near.Values.Select(each => each.One).OrderDescending().ElementAt(count), near.Values.Select(each => each.Other).OrderDescending().ElementAt(count));
            return paper => near[paper].One > least || near[paper].Other > leastOther;
        }

        double Likeness(TastePaper a, TastePaper b) => a.Words.Where(b.Words.Contains).Sum(Rarity) / Math.Sqrt(a.Words.Sum(Rarity) * b.Words.Sum(Rarity));

        double Rarity(string word) => Math.Pow(Math.Log(papers.Count / (double)frequency[word]), 2);

        Func<TastePaper, bool> Mixed()
        {
            var filed = filings.OrderBy(_ => chance.Next()).Take(2).ToList();
            var (likedWords, likedFiling, dislikedFiling) = (Having([.. Words(), .. Words()]), filed.FirstOrDefault(), filed.Skip(1).FirstOrDefault());
            var dislikedWords = Having([.. Words()]);
            return paper => (likedWords(paper) || (likedFiling is not null && paper.Paper.Categories.Contains(likedFiling)))
                && !dislikedWords(paper) && !(dislikedFiling is not null && paper.Paper.Categories.Contains(dislikedFiling));
        }
    }

    public bool Likes(TastePaper paper) => _liked.Contains(paper.Paper.Key);
}
