using System.Globalization;
using PaperBot.Ingestion.Feeds;
using PaperBot.Papers;

namespace PaperBot.Bot.Home;

/// <summary>How the feeds do that bring new papers.</summary>
internal static class FeedCondition
{
    /// <returns>Null when there are none, which is no trouble.</returns>
    public static Condition? Of(FeedStanding feeds) => feeds switch
    {
        { Problems: { Count: > 0 } problems } => new(
            false,
            $"New papers: {problems[0]}"
            + (problems.Count > 1 ? $" {Plural.Of(problems.Count - 1, "more problem")} of this kind; “paperbot doctor” names each." : "")),
        { Feeds: > 0 } => new(
            true,
            $"New papers: {Plural.Of(feeds.Feeds, "feed")} kept up to date"
            + (feeds.NextAt is { } next ? string.Create(CultureInfo.InvariantCulture, $", the next {next:yyyy-MM-dd HH:mm} UTC.") : ".")),
        _ => null,
    };
}
