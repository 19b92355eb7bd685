using System.Globalization;
using PaperBot.LanguageModels.Usage;

namespace PaperBot.Terminal.Json;

/// <param name="TokensPerDay">What may be used in a day; null when there is no limit.</param>
/// <param name="Days">Those with calls (UTC), the latest first.</param>
/// <param name="LastFailures">The latest first.</param>
internal sealed record UsageDocument(
    long TokensToday, long? TokensPerDay, IReadOnlyList<UsageDayDocument> Days, IReadOnlyList<ModelFailureDocument> LastFailures)
{
    public static UsageDocument Of(RecentUsage usage) => new(
        usage.TokensToday,
        usage.TokensPerDay,
        [
            .. usage.Days.Select(day => new UsageDayDocument(
                day.Day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
                day.People, day.Calls, day.Failures, day.InputTokens, day.OutputTokens)),
        ],
        [.. usage.Failures.Select(failure => new ModelFailureDocument(failure.At, $"{failure.Failure}", failure.Message))]);
}

internal sealed record UsageDayDocument(string Day, long People, long Calls, long Failures, long InputTokens, long OutputTokens);

internal sealed record ModelFailureDocument(DateTimeOffset At, string Failure, string Message);
