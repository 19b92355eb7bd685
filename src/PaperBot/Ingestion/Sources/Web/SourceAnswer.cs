namespace PaperBot.Ingestion.Sources.Web;

/// <summary>By which a source tells whether an answer would be the same as last time.</summary>
internal sealed record Validator(string Address, string? ETag, string? LastModified);

/// <summary>What a source answered.</summary>
internal sealed record SourceAnswer
{
    public required SourceAnswerKind Kind { get; init; }

    public ReadOnlyMemory<byte> Body { get; init; } = ReadOnlyMemory<byte>.Empty;

    /// <summary>Null when the source gave nothing to compare with.</summary>
    public Validator? Validator { get; init; }

    /// <summary>Headers that a source has of its own.</summary>
    public IReadOnlyDictionary<string, string> Headers { get; init; } = new Dictionary<string, string>();
}

internal enum SourceAnswerKind
{
    Found,
    NotFound,
    /// <summary>The same as when its validator was given.</summary>
    NotModified,
}
