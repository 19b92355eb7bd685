namespace PaperBot.Papers;

/// <summary>A paper as the library knows it. Texts are as the source wrote them, LaTeX included, with white space folded.</summary>
internal sealed record Paper
{
    public required PaperKey Key { get; init; }

    public required string Title { get; init; }

    /// <summary>Empty when the source has none.</summary>
    public string Abstract { get; init; } = "";

    /// <summary>Names in reading order: "Ada Lovelace".</summary>
    public IReadOnlyList<string> Authors { get; init; } = [];

    public PublicationDate? Published { get; init; }

    public string? Venue { get; init; }

    /// <summary>As the source spells them: <c>cs.IR</c>.</summary>
    public IReadOnlyList<string> Categories { get; init; } = [];

    /// <summary>Without a resolver in front: <c>10.1000/182</c>.</summary>
    public string? Doi { get; init; }

    public string? Url { get; init; }

    /// <summary>Where the record came from: <c>arxiv</c>, <c>bibtex</c>, <c>trending</c>, <c>sample</c>, …</summary>
    public required string Source { get; init; }

    public bool Withdrawn { get; init; }

    /// <summary>Fields of the record that PaperBot has no use for yet, as one JSON object; null when there are none.</summary>
    public string? Extra { get; init; }

    /// <summary>What its source says about it, on its way into the library; null when it was read from there.</summary>
    public PaperSignals? Signals { get; init; }
}
