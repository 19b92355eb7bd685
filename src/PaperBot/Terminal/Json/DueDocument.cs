using System.Globalization;
using PaperBot.Digests.Delivery;
using PaperBot.Digests.Subscriptions;

namespace PaperBot.Terminal.Json;

internal sealed record DueDocument(string AsOf, IReadOnlyList<DueSubscriptionDocument> Subscriptions)
{
    public static DueDocument Of(IReadOnlyList<(Subscription Subscription, DateTimeOffset? Next)> listed, DateTimeOffset asOf) => new(
        TimeText.Of(asOf),
        [.. listed.Select(due => new DueSubscriptionDocument(
            due.Subscription.Id, due.Subscription.Place, due.Subscription.Owner, InterestDocument.Of(due.Subscription.Interest),
            due.Subscription.Timing.Cron, due.Subscription.Timing.TimeZone, Schedule.Describe(due.Subscription.Timing),
            due.Next is { } next ? TimeText.Of(next) : null, due.Next <= asOf, due.Subscription.Paused))]);
}

/// <param name="NextAt">Null while it is paused.</param>
/// <param name="Paused">Why no digest comes; null while they do.</param>
internal sealed record DueSubscriptionDocument(
    long Id, string Place, string Owner, InterestDocument Interest, string Cron, string TimeZone, string Schedule, string? NextAt, bool IsDue, string? Paused);

/// <summary>What became of the digests that were due, or of the one that was asked for.</summary>
internal sealed record PostedDocument(IReadOnlyList<PostDocument> Posts)
{
    public static PostedDocument Of(IReadOnlyList<(long Subscription, NowOutcome Outcome)> outcomes) =>
        new([.. outcomes.Select(one => Of(one.Subscription, one.Outcome))]);

    private static PostDocument Of(long subscription, NowOutcome outcome) => outcome switch
    {
        NowOutcome.Posted posted => new PostDocument(subscription, "posted", posted.Digest.Id, posted.Message, posted.Digest.Items.Count, null),
        NowOutcome.NothingNew => new PostDocument(subscription, "nothing", null, null, 0, null),
        NowOutcome.Paused paused => new PostDocument(subscription, "paused", null, null, 0, paused.Why),
        NowOutcome.Busy => new PostDocument(subscription, "busy", null, null, 0, null),
        NowOutcome.Delayed => new PostDocument(subscription, "delayed", null, null, 0, null),
        _ => new PostDocument(subscription, "removed", null, null, 0, null),
    };
}

/// <param name="Outcome"><c>posted</c>, <c>nothing</c>, <c>paused</c>, <c>busy</c>, <c>delayed</c> or <c>removed</c>.</param>
/// <param name="Message">The post's id in the chat.</param>
internal sealed record PostDocument(long Subscription, string Outcome, string? Digest, string? Message, int Papers, string? Why);

internal static class TimeText
{
    public static string Of(DateTimeOffset at) => at.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
}
