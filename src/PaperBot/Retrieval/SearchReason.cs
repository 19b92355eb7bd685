using PaperBot.Papers;

namespace PaperBot.Retrieval;

/// <summary>Says in a few words why a paper was found.</summary>
internal static class SearchReason
{
    // Fewer words make a phrase that is read; more make a list that is not.
    private const int MostWords = 4;

    // Below this cosine two texts share a field at best, which is no reason to name.
    private const float NotableSimilarity = 0.35f;

    /// <param name="words">The telling words of the query, lower-case.</param>
    /// <param name="similarity">Cosine of the query and the paper; null when no vector search was made.</param>
    public static string Of(Paper paper, IReadOnlyList<string> words, float? similarity)
    {
        var title = Shared(words, paper.Title);
        var text = Shared(words.Except(title, StringComparer.Ordinal), paper.Abstract);
        var authors = Shared(words.Except(title.Concat(text), StringComparer.Ordinal), string.Join(' ', paper.Authors));
        var reasons = new List<string>();
        if (title.Count > 0)
            reasons.Add($"title has {Quote(title)}");
        if (text.Count > 0)
            reasons.Add($"{(title.Count > 0 ? "abstract" : "abstract has")} {Quote(text)}");
        if (authors.Count > 0)
            reasons.Add($"authors have {Quote(authors)}");
        if (similarity >= NotableSimilarity)
            reasons.Add(similarity >= 0.6f ? "very close in meaning" : "close in meaning");
        return reasons.Count > 0 ? string.Join("; ", reasons) : "the nearest there is";
    }

    private static List<string> Shared(IEnumerable<string> words, string text)
    {
        var present = KeywordQuery.Words(text, int.MaxValue).Select(WordStem.Of).ToHashSet(StringComparer.Ordinal);
        return [.. words.Where(word => present.Contains(WordStem.Of(word)))];
    }

    private static string Quote(List<string> words) =>
        string.Join(", ", words.Take(MostWords).Select(word => $"“{word}”")) + (words.Count > MostWords ? $" and {words.Count - MostWords} more" : "");
}
