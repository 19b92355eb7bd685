using PaperBot.Digests.Subscriptions;

namespace PaperBot.Digests.Ranking;

/// <summary>Chooses what is new for a subscription and worth its readers' time.</summary>
internal sealed class DigestSelection
{
    /// <param name="after">Papers that came to the library by then are not new.</param>
    /// <param name="until">Papers that come later are left to a later digest.</param>
    public Task<DigestDraft> SelectAsync(Subscription subscription, DateTimeOffset after, DateTimeOffset until, CancellationToken cancellationToken) =>
        Task.FromResult(new DigestDraft([], 0));
}
