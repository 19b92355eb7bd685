namespace PaperBot.Retrieval;

/// <summary>The library in figures.</summary>
/// <param name="Dates">From the oldest to the newest publication date; null when no paper has one.</param>
/// <param name="Vectors">How many papers each embedding model has embedded.</param>
/// <param name="Bytes">Size of the database.</param>
/// <param name="LastChange">When a paper was last added or updated; null when there is none.</param>
internal sealed record LibraryStatistics(
    long Papers,
    long WithoutAbstract,
    IReadOnlyList<(string Name, long Count)> Sources,
    IReadOnlyList<(string Name, long Count)> TopCategories,
    string? Dates,
    IReadOnlyList<(string Name, long Count)> Vectors,
    long Bytes,
    DateTimeOffset? LastChange)
{
    public long WithAbstract => Papers - WithoutAbstract;
}
