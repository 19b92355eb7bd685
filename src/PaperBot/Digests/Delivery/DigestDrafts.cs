using System.Globalization;
using PaperBot.Digests.Ranking;
using PaperBot.Digests.Subscriptions;
using PaperBot.Storage;

namespace PaperBot.Digests.Delivery;

/// <summary>What a subscription would be sent at a time: papers that came since it was last looked, and that it was never sent.</summary>
internal sealed class DigestDrafts(DigestStore store, LibraryDatabase database, SelectPapers select)
{
    // A paper carries the time at which its import began, and is seen when that is stored: what is near the end is looked at once more the next time.
    private static readonly TimeSpan Overlap = TimeSpan.FromMinutes(5);

    // Papers without an embedding are found by words alone, and get a second chance when they have one; but not for ever.
    private static readonly TimeSpan LongestWait = TimeSpan.FromDays(2);

    private static readonly TimeSpan UsualPreview = TimeSpan.FromDays(7);

    /// <param name="until">The time at which it is decided.</param>
    /// <param name="now">Papers that come later cannot have been looked at, also when it is decided as if it were later.</param>
    /// <returns>The draft, and up to when all papers were looked at.</returns>
    public async Task<(DigestDraft Draft, DateTimeOffset LookedUntil)> DraftAsync(
        Subscription subscription, DateTimeOffset until, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var after = After(subscription);
        var waiting = FirstWithoutEmbedding(after, until);
        var draft = await NewAsync(subscription, after, until, cancellationToken).ConfigureAwait(false);
        var looked = Earlier(Earlier(until, now) - Overlap, waiting is { } first ? Later(first.AddSeconds(-1), until - LongestWait) : until);
        return (draft, Later(looked, after));
    }

    /// <summary>What would be sent, without anything being stored. A subscription that is not stored looks a week back.</summary>
    public async Task<Digest> PreviewAsync(Subscription subscription, DateTimeOffset asOf, CancellationToken cancellationToken)
    {
        var after = subscription.Id == 0 ? subscription.Since : After(subscription);
        if (after >= asOf)
            after = asOf - UsualPreview;
        var draft = await NewAsync(subscription, after, asOf, cancellationToken).ConfigureAwait(false);
        return new Digest("", subscription, asOf, draft.Items, draft.Candidates);
    }

    private async Task<DigestDraft> NewAsync(Subscription subscription, DateTimeOffset after, DateTimeOffset until, CancellationToken cancellationToken)
    {
        var draft = await select(subscription, after, until, cancellationToken).ConfigureAwait(false);
        var sent = store.PapersOf(subscription.Id);
        return draft with { Items = [.. draft.Items.Where(item => !sent.Contains(item.Paper.Key)).DistinctBy(item => item.Paper.Key)] };
    }

    private DateTimeOffset After(Subscription subscription) =>
        store.LookedUntil(subscription.Id) is { } looked ? Later(looked, subscription.Since) : subscription.Since;

    /// <returns>When the first paper of the time came that waits for its embedding; null where there is no model, and none waits.</returns>
    private DateTimeOffset? FirstWithoutEmbedding(DateTimeOffset after, DateTimeOffset until)
    {
        using var connection = database.Open();
        return connection.Query(
            """
            SELECT p.added_at FROM papers p
            WHERE p.added_at > $after AND p.added_at <= $until AND EXISTS (SELECT 1 FROM models)
                AND NOT EXISTS (SELECT 1 FROM vectors v WHERE v.paper_id = p.id)
            ORDER BY p.added_at LIMIT 1
            """,
            row => (DateTimeOffset?)DateTimeOffset.Parse(row.GetString(0), CultureInfo.InvariantCulture),
            ("$after", Text(after)), ("$until", Text(until))).FirstOrDefault();
    }

    private static string Text(DateTimeOffset at) => at.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    private static DateTimeOffset Later(DateTimeOffset a, DateTimeOffset b) => a > b ? a : b;

    private static DateTimeOffset Earlier(DateTimeOffset a, DateTimeOffset b) => a < b ? a : b;
}
