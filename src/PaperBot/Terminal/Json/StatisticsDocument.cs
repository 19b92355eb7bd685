using PaperBot.LanguageModels.Usage;
using PaperBot.Retrieval;

namespace PaperBot.Terminal.Json;

/// <param name="Published">"OLDEST to NEWEST"; null when no paper has a date.</param>
/// <param name="Embedded">Papers by embedding model.</param>
internal sealed record StatisticsDocument(
    long Papers,
    long WithoutAbstract,
    string? Published,
    IReadOnlyDictionary<string, long> Sources,
    IReadOnlyDictionary<string, long> Categories,
    IReadOnlyDictionary<string, long> Embedded,
    long Bytes,
    string File,
    UsageDocument LanguageModel)
{
    public static StatisticsDocument Of(LibraryStatistics statistics, string file, RecentUsage usage) => new(
        statistics.Papers, statistics.WithoutAbstract, statistics.Dates, Counts(statistics.Sources), Counts(statistics.TopCategories),
        Counts(statistics.Vectors), statistics.Bytes, file, UsageDocument.Of(usage));

    private static Dictionary<string, long> Counts(IReadOnlyList<(string Name, long Count)> counts) =>
        counts.ToDictionary(count => count.Name, count => count.Count, StringComparer.Ordinal);
}
