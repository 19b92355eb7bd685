namespace PaperBot.Retrieval;

/// <summary>Which of the two searches are made.</summary>
internal enum SearchMode
{
    Hybrid,
    Vector,
    Keyword,
}

/// <param name="Hits">Best first.</param>
internal sealed record SearchResult(IReadOnlyList<SearchHit> Hits, SearchNotice Notice = SearchNotice.None);
