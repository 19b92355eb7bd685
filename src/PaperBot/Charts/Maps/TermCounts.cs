using System.Collections.Frozen;
using PaperBot.Papers;
using PaperBot.Retrieval;

namespace PaperBot.Charts.Maps;

/// <summary>The words and pairs of words of a group's papers, by their stems.</summary>
internal sealed class TermCounts
{
    // What papers of any field say of themselves.
    private static readonly FrozenSet<string> OfAnyPaper = FrozenSet.ToFrozenSet(
        """
        able achieve active address advantage aim allow along also although among analyse analysis analyze apply approach
        article available based because become better case challenge common compare
        consider current data demonstrate describe design develop different discuss domain due effect effective efficient enable evaluate existing
        experiment experimental explore feature find first framework general good hence high however ideal identify implement important improve include increase
        introduce investigate issue key large lead level low main make many method model multiple need new novel number obtain order outperform
        perform performance possible potential present previous problem propose provide recent reduce report require research result second several
        significant simple single small state study suggest support system task technique term test three time two type understand use used user
        using various way well work yet yield without within whether therefore thus towards often since still
        """.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Select(WordStem.Of));

    // In the middle of a sentence a capital belongs to the word.
    private const int WrittenInAbstract = 3;

    private readonly Dictionary<string, Dictionary<string, int>> _written = new(StringComparer.Ordinal);

    /// <param name="left">Stems that are not counted.</param>
    public TermCounts(IReadOnlyList<Paper> papers, IReadOnlySet<string> left, double titleWeight, double abstractWeight)
    {
        Size = papers.Count;
        foreach (var paper in papers)
        {
            var (inTitle, inAbstract) = (Count(paper.Title, isTitle: true, left), Count(paper.Abstract, isTitle: false, left));
            foreach (var term in inTitle.Union(inAbstract))
            {
                Papers[term] = Papers.GetValueOrDefault(term) + 1;
                Weights[term] = Weights.GetValueOrDefault(term) + (inTitle.Contains(term) ? titleWeight : 0) + (inAbstract.Contains(term) ? abstractWeight : 0);
            }
        }
    }

    public int Size { get; }

    /// <summary>By term: the sum over the papers that have it.</summary>
    public Dictionary<string, double> Weights { get; } = new(StringComparer.Ordinal);

    /// <summary>How many papers have a term.</summary>
    public Dictionary<string, int> Papers { get; } = new(StringComparer.Ordinal);

    /// <summary>As most of the papers write it.</summary>
    public string Written(string term) => _written[term].OrderByDescending(form => form.Value).ThenBy(form => form.Key, StringComparer.Ordinal).First().Key;

    private HashSet<string> Count(string text, bool isTitle, IReadOnlySet<string> left)
    {
        var terms = new HashSet<string>(StringComparer.Ordinal);
        (string Stem, string Form)? before = null;
        foreach (var form in TermWords.Of(text, isTitle))
        {
            var (lower, stem) = (form.ToLowerInvariant(), WordStem.Of(form.ToLowerInvariant()));
            if (form.Length < 3 || StopWords.Contains(lower) || OfAnyPaper.Contains(stem) || left.Contains(stem) || form.All(char.IsAsciiDigit))
            {
                before = null;
                continue;
            }

            Add(stem, form);
            if (before is { } first && first.Stem != stem)
                Add($"{first.Stem} {stem}", $"{first.Form} {form}");
            before = (stem, form);
        }

        return terms;

        void Add(string term, string form)
        {
            terms.Add(term);
            var forms = _written.TryGetValue(term, out var known) ? known : _written[term] = new(StringComparer.Ordinal);
            forms[form] = forms.GetValueOrDefault(form) + (isTitle ? 1 : WrittenInAbstract);
        }
    }
}
