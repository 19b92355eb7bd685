using PaperBot.Bot.Requests;

namespace PaperBot.Bot.Rendering;

/// <summary>How well a paper must match: in words, and as the score that a subscription keeps.</summary>
internal static class MatchLevelText
{
    public static readonly IReadOnlyList<MatchLevel> All = [MatchLevel.Near, MatchLevel.Good, MatchLevel.Best];

    public static string Of(MatchLevel level) => level switch
    {
        MatchLevel.Near => "Everything that comes near",
        MatchLevel.Best => "Only the best matches",
        _ => "Good matches",
    };

    /// <summary>In the middle of a sentence.</summary>
    public static string Briefly(MatchLevel level) => level switch
    {
        MatchLevel.Near => "all that come near",
        MatchLevel.Best => "only the best matches",
        _ => "good matches",
    };

    /// <summary>From 0 to 1: how likely the paper is what was meant. A paper of a category that was asked for, and of which nothing else is known, is at 0.5.</summary>
    public static double Score(MatchLevel level) => level switch
    {
        MatchLevel.Near => 0.25,
        MatchLevel.Best => 0.7,
        _ => 0.45,
    };

    /// <summary>The level that a score is nearest to.</summary>
    public static MatchLevel Nearest(double score) => All.MinBy(level => Math.Abs(Score(level) - score));
}
