using PaperBot.Ingestion.Sources.Web;

namespace PaperBot.Ingestion.Sources;

/// <summary>A service that papers are fetched from, page by page.</summary>
internal interface IRemoteSource
{
    /// <summary>What stands before the colon of a reference: <c>arxiv</c>.</summary>
    string Scheme { get; }

    /// <summary>As people call it: arXiv.</summary>
    string Name { get; }

    /// <summary>What it can be asked for, each in a form that can be typed.</summary>
    IReadOnlyList<string> Examples { get; }

    /// <summary>Whether a reference may end with the colon.</summary>
    bool TakesNothing => false;

    /// <summary>Whether a person means all of it, however much that is: a library rather than the best of a search.</summary>
    bool IsWhole(string what) => false;

    /// <summary>Fetches one page. What is wrong with a record is a rejection in it.</summary>
    /// <exception cref="SourceException">There is no page; the message says why and what to do.</exception>
    Task<SourcePage> ReadAsync(PageRequest request, CancellationToken cancellationToken);
}

/// <param name="What">What stands behind the colon of a reference.</param>
/// <param name="Cursor">Where the page before ended, in the source's own words; null for the first page.</param>
/// <param name="Most">How many papers are still wanted.</param>
/// <param name="Known">What the last reading left to compare with, where nothing new is wanted but news.</param>
internal sealed record PageRequest(string What, string? Cursor = null, int Most = int.MaxValue, Func<Uri, Validator?>? Known = null);

/// <param name="Records">In the order of the source.</param>
internal sealed record SourcePage(IReadOnlyList<SourceRecord> Records)
{
    public static readonly SourcePage Empty = new([]);

    /// <summary>Where the next page begins; null when this is the last.</summary>
    public string? Next { get; init; }

    /// <summary>How many papers fit in all, where the source says so.</summary>
    public long? Total { get; init; }

    /// <summary>To be remembered when the records are stored.</summary>
    public Validator? Validator { get; init; }
}
