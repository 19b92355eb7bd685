using PaperBot.Papers;
using PaperBot.Retrieval;

namespace PaperBot.Benchmarks.Digests;

/// <param name="Words">Stems of its title and abstract.</param>
internal sealed record TastePaper(Paper Paper, IReadOnlySet<string> Words)
{
    public static TastePaper Of(Paper paper) => new(
        paper, KeywordQuery.TellingWords($"{paper.Title}").Concat(KeywordQuery.Words(paper.Abstract, int.MaxValue).Where(word => word.Length > 3 && !StopWords.Contains(word)))
            .Select(WordStem.Of).ToHashSet(StringComparer.Ordinal));
}
