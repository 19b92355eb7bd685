using PaperBot.Papers;

namespace PaperBot.Ingestion.Sources;

/// <summary>What a source found at one place of a file: a paper, or the reason why there is none. Exactly one of the two is there.</summary>
/// <param name="Line">Where the record starts, from 1.</param>
internal sealed record SourceRecord(int Line, Paper? Paper, Rejection? Rejection)
{
    // More than the largest collaborations have, and than any paper is filed under.
    private const int MostAuthors = 20_000;
    private const int MostLabels = 500;

    /// <summary>A text beside title and abstract; nothing true is longer.</summary>
    private const int LongestFact = 2_000;

    public static SourceRecord Accepted(int line, Paper paper) => new(line, IsBounded(paper) ? paper : Bounded(paper), null);

    private static bool IsBounded(Paper paper) =>
        paper.Authors.Count <= MostAuthors && paper.Categories.Count <= MostLabels && !IsLong(paper.Venue) && !IsLong(paper.Url) && !IsLong(paper.Doi)
        && (paper.Signals is not { } signals || (signals.Keywords.Count <= MostLabels && !IsLong(signals.Tldr) && !IsLong(signals.Code)));

    /// <summary>Without what only somebody who means harm sends: millions of authors, addresses of a megabyte.</summary>
    private static Paper Bounded(Paper paper) => paper with
    {
        Authors = [.. paper.Authors.Take(MostAuthors)],
        Categories = [.. paper.Categories.Take(MostLabels)],
        Venue = IsLong(paper.Venue) ? null : paper.Venue,
        Url = IsLong(paper.Url) ? null : paper.Url,
        Doi = IsLong(paper.Doi) ? null : paper.Doi,
        Signals = paper.Signals is not { } signals ? null : signals with
        {
            Keywords = [.. signals.Keywords.Take(MostLabels)],
            Tldr = IsLong(signals.Tldr) ? null : signals.Tldr,
            Code = IsLong(signals.Code) ? null : signals.Code,
        },
    };

    private static bool IsLong(string? text) => text is { Length: > LongestFact };

    public static SourceRecord Rejected(int line, string reason) => new(line, null, new(line, reason));

    /// <summary>Reads one record. Where our reading of it fails, that costs the record and not the thousands behind it.</summary>
    public static SourceRecord? Guard(int line, Func<SourceRecord?> read)
    {
        try
        {
            return read();
        }
        catch (Exception e) when (e is not (OperationCanceledException or OutOfMemoryException or IOException))
        {
            return Rejected(line, $"The record could not be understood ({e.GetType().Name}); please report it.");
        }
    }
}

/// <param name="Line">Where the record starts, from 1.</param>
/// <param name="Reason">One plain sentence for people.</param>
internal sealed record Rejection(int Line, string Reason);

/// <summary>Reads papers from a file of one format, record by record, holding no more than one record in memory.</summary>
internal interface IPaperSource
{
    /// <summary>What people call the format: "JSON Lines".</summary>
    string Name { get; }

    /// <summary>
    /// Reads to the end. Whatever is wrong with a record becomes a rejection and the rest goes on; only what is wrong with
    /// the disk is thrown. The stream stays open; gzip is undone on the way.
    /// </summary>
    IAsyncEnumerable<SourceRecord> ReadAsync(Stream stream, CancellationToken cancellationToken = default);
}
