namespace PaperBot.Retrieval;

/// <summary>Which of the two searches are made.</summary>
internal enum SearchMode
{
    Hybrid,
    Vector,
    Keyword,
}

/// <param name="Hits">Best first.</param>
/// <param name="Notice">One sentence for people when the search was less than was asked for; null when it was whole.</param>
internal sealed record SearchResult(IReadOnlyList<SearchHit> Hits, string? Notice = null);
