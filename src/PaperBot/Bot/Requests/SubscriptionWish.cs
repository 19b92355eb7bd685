namespace PaperBot.Bot.Requests;

/// <summary>A subscription as a person asks for it. What they do not say is as it usually is; nothing at all asks for the trending papers.</summary>
/// <param name="Topics">In plain words.</param>
/// <param name="Categories">Such as <c>cs.IR</c>.</param>
/// <param name="Likes">Papers that new ones should be like, as typed.</param>
internal sealed record SubscriptionWish(
    IReadOnlyList<string> Topics, IReadOnlyList<string> Authors, IReadOnlyList<string> Categories, IReadOnlyList<string> Likes)
{
    /// <summary>When, in words: <c>weekdays 8:30</c>; empty when it was not said.</summary>
    public string When { get; init; } = "";

    /// <summary>How many papers at most; null when it was not said.</summary>
    public int? Most { get; init; }

    /// <summary>How well they must match; null when it was not said.</summary>
    public MatchLevel? Level { get; init; }
}

/// <summary>How well a paper must match to be worth a reader's time, as people choose it.</summary>
internal enum MatchLevel
{
    /// <summary>Everything that comes near.</summary>
    Near,

    Good,

    Best,
}

/// <summary>What is done with a subscription that there is.</summary>
internal enum SubscriptionDeed
{
    Pause,
    Resume,
    Edit,
    Remove,
    Preview,
    Now,
}
