using PaperBot.Papers;

namespace PaperBot.Digests.Subscriptions;

/// <summary>What a digest is about. All that is given narrows or ranks; an empty interest is the trending digest's.</summary>
/// <param name="Topics">In plain words.</param>
/// <param name="Categories">Such as <c>cs.IR</c>.</param>
/// <param name="Seeds">Papers that new ones should be like.</param>
internal sealed record Interest(
    IReadOnlyList<string> Topics, IReadOnlyList<string> Authors, IReadOnlyList<string> Categories, IReadOnlyList<PaperKey> Seeds)
{
    public static readonly Interest None = new([], [], [], []);

    public bool IsTrending => Topics.Count + Authors.Count + Categories.Count + Seeds.Count == 0;
}

/// <summary>When digests come.</summary>
/// <param name="Cron">Five fields of cron, in the time zone's own time.</param>
/// <param name="TimeZone">Its IANA name, such as <c>Europe/Berlin</c>.</param>
internal sealed record Timing(string Cron, string TimeZone);

/// <summary>New papers that a channel or a person wants to hear of.</summary>
/// <param name="Place">The id of the channel, or of the person, in whose direct messages it comes.</param>
/// <param name="Owner">The person who made it, who hears when it must be paused.</param>
/// <param name="Most">How many papers a digest has at most.</param>
/// <param name="MinimumScore">From 0 to 1; papers below it are not worth a reader's time.</param>
/// <param name="Since">Papers that came to the library before are not new to it.</param>
/// <param name="Paused">Why no digest comes, in a sentence; null while they do.</param>
internal sealed record Subscription(
    long Id, string Place, string Owner, Interest Interest, Timing Timing, int Most, double MinimumScore, DateTimeOffset Since, string? Paused);
