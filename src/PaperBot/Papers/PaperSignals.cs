namespace PaperBot.Papers;

/// <summary>What a source says about a paper beside its text: how it was received, and what it is about in few words.</summary>
internal sealed record PaperSignals
{
    /// <summary>Votes of the source's readers.</summary>
    public int? Upvotes { get; init; }

    /// <summary>Papers that cite it, as far as the source knows.</summary>
    public int? Citations { get; init; }

    /// <summary>One sentence on it that the source wrote or had written.</summary>
    public string? Tldr { get; init; }

    public IReadOnlyList<string> Keywords { get; init; } = [];

    /// <summary>Where its code is.</summary>
    public string? Code { get; init; }

    /// <summary>The day on which the source set it before its readers.</summary>
    public DateOnly? FeaturedOn { get; init; }

    /// <summary>The version that the record is of, where the source counts them.</summary>
    public int? Version { get; init; }

    /// <summary>Whether its publisher took it back, which is more than its authors' withdrawing it.</summary>
    public bool Retracted { get; init; }
}
