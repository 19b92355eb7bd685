namespace PaperBot.LanguageModels.Usage;

/// <summary>What the language model took and gave of late, and why it last did not answer.</summary>
/// <param name="TokensPerDay">What may be used in a day; null when there is no limit.</param>
internal sealed record RecentUsage(long TokensToday, long? TokensPerDay, IReadOnlyList<DayOfUsage> Days, IReadOnlyList<PastFailure> Failures)
{
    private const int Longest = 30;
    private const int MostFailures = 5;

    public static RecentUsage Of(UsageStore usage, LanguageModelOptions options) =>
        new(usage.TokensToday(), options.TokensPerDay, usage.Days(Longest), usage.RecentFailures(MostFailures));
}
