using PaperBot.Papers;

namespace PaperBot.Ingestion.Fetching;

/// <summary>What a fetch brought, and where it stopped.</summary>
/// <param name="Source">As people call it: arXiv.</param>
/// <param name="Counts">What became of the records.</param>
/// <param name="Papers">As the library has them now; the first <see cref="PaperSources.MostNamed"/>.</param>
/// <param name="Total">How many fit in all, where the source says so.</param>
/// <param name="Problem">Why it stopped before its end, with how to go on, in one sentence; null when it did not.</param>
/// <param name="RetryAt">When the source wants to be asked again, where it says so.</param>
internal sealed record FetchReport(
    string Source, IngestionReport Counts, IReadOnlyList<Paper> Papers, long? Total, string? Problem = null, DateTimeOffset? RetryAt = null)
{
    /// <summary>Whether there was nothing to be had, and nothing went wrong.</summary>
    public bool IsEmpty => Problem is null && Counts.Records == 0;
}

/// <param name="Taken">Papers so far, those of an interrupted fetch that goes on included.</param>
internal readonly record struct FetchProgress(string Source, int Taken, long? Total);

/// <param name="Most">Papers at most; null is what the settings say, and no limit for what is meant as a whole.</param>
/// <param name="OnlyNews">Asks for what has changed, and of a search stops where everything is known already.</param>
internal sealed record FetchLimits(int? Most = null, bool OnlyNews = false)
{
    /// <summary>Who fetches, where each goes on from where they stopped themselves; empty for those who go on from each other.</summary>
    public string Reader { get; init; } = "";

    /// <summary>When the fetch stops, with what came so far and a sentence; null waits as long as it takes.</summary>
    public TimeSpan? Longest { get; init; }
}
