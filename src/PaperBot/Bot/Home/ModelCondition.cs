using System.Globalization;
using PaperBot.LanguageModels;
using PaperBot.LanguageModels.Usage;

namespace PaperBot.Bot.Home;

/// <summary>Which language model writes, what it used today, and why it last did not answer, in a sentence or two.</summary>
internal static class ModelCondition
{
    private static readonly TimeSpan Recent = TimeSpan.FromHours(1);
    private static readonly TimeSpan Told = TimeSpan.FromDays(1);

    public static Condition Of(LanguageModelOptions options, UsageStore usage, DateTimeOffset now)
    {
        if (options.Provider == LanguageModelOptions.None)
            return new(true, "Answers: local, in the abstracts' own words. Nothing leaves this machine.");
        var failure = usage.RecentFailures(1).FirstOrDefault(last => now - last.At < Told);
        var limit = options.TokensPerDay is { } most ? $" of {Number(most)}" : "";
        var words = $"Answers: written by {options.Provider} {options.Model}; {Number(usage.TokensToday())}{limit} tokens used today (UTC).";
        if (failure is null)
            return new(true, words);
        return new(
            now - failure.At >= Recent,
            $"{words} Last not answered at {Time(failure.At)}, when the abstracts' own words took its place: {failure.Message}");
    }

    private static string Time(DateTimeOffset at) => at.UtcDateTime.ToString("yyyy-MM-dd HH:mm 'UTC'", CultureInfo.InvariantCulture);

    private static string Number(long count) => count.ToString("N0", CultureInfo.InvariantCulture);
}
