using System.Collections.Frozen;
using PaperBot.Answering.Extractive.Comparisons;
using PaperBot.Answering.Extractive.Summaries;
using PaperBot.Papers;
using PaperBot.Retrieval;

namespace PaperBot.Answering.Extractive.Questions;

/// <summary>
/// Questions that can be put to any paper ("what data did they use?", "its memory cost?"), asked of certain ones. Such a question has no
/// words of its own to search by, and the sentences that state data, results or limits are known without a search.
/// </summary>
internal static class AspectAnswer
{
    // Longer questions ask for more than an aspect.
    private const int MostWords = 4;

    private static readonly FrozenDictionary<string, string> Usual = new (string Aspect, string Words)[]
    {
        ("problem", "solve solves solving tackle tackles motivated motivates"),
        ("approach", "work works propose proposes proposed idea novelty novel"),
        ("data", "evaluated tested dataset datasets"),
        ("results", "conclusion conclusions conclude takeaway takeaways outcome show shows found achieve achieves"),
        ("limits", "drawback drawbacks downside downsides weakness shortcoming fail fails cons"),
    }.SelectMany(pair => pair.Words.Split(' ').Select(word => KeyValuePair.Create(word, pair.Aspect))).ToFrozenDictionary();

    /// <summary>One of the five usual aspects, or a property that every method has, where the question asks for that and no more.</summary>
    /// <returns>As <see cref="AspectSearch.Quote"/> takes it; null when it asks something else.</returns>
    public static string? Only(string question, IReadOnlyList<Paper> papers)
    {
        if (OtherAspect(question, papers) is { Length: > 0 } other && other.Split(' ').All(AspectWords.IsProperty))
            return other;
        var words = Asked(question, papers).ToList();
        var aspects = words.Select(UsualName).OfType<string>().Distinct().ToList();
        var noMore = words.Count <= MostWords && words.TrueForAll(word => UsualName(word) is not null || FrameWords.Contains(word));
        return noMore && aspects is [var only] ? only : null;
    }

    /// <summary>What is asked beside the papers' names; empty when that is too much for an aspect, or nothing.</summary>
    public static string OtherAspect(string question, IReadOnlyList<Paper> papers)
    {
        var words = Asked(question, papers).Where(word => !FrameWords.Contains(word)).ToList();
        return words.Count is > 0 and <= MostWords ? string.Join(' ', words) : "";
    }

    /// <returns>The sentence of each paper that states the aspect, in the papers' order; none for papers that do not.</returns>
    public static IReadOnlyList<(Paper Paper, string Sentence)> Quote(
        string aspect, IReadOnlyList<Paper> papers, CancellationToken cancellationToken) =>
    [
        .. papers.Select(paper => (Paper: paper, Sentence: aspect.Length > 0 ? new AspectSearch(paper, cancellationToken).Quote(aspect) : null))
            .Where(pair => pair.Sentence is not null).Select(pair => (pair.Paper, pair.Sentence!)),
    ];

    private static IEnumerable<string> Asked(string question, IReadOnlyList<Paper> papers)
    {
        var names = papers
            .SelectMany(paper => new OwnNames(paper.Title, QuotableSentences.Of(paper)).All.Append(LatexText.ToReadable(paper.Title)))
            .SelectMany(name => KeywordQuery.Words(name, int.MaxValue))
            .ToHashSet(StringComparer.Ordinal);
        return KeywordQuery.Words(question, int.MaxValue).Where(word => !StopWords.Contains(word) && !names.Contains(word));
    }

    private static string? UsualName(string word) => AspectWords.Known(word) is { } aspect ? Aspects.Name(aspect) : Usual.GetValueOrDefault(word);
}
