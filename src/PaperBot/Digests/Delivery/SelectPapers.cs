using PaperBot.Digests.Ranking;
using PaperBot.Digests.Subscriptions;

namespace PaperBot.Digests.Delivery;

/// <summary>Chooses papers for a subscription: those worth its readers' time of all that came after one time and not after another.</summary>
internal delegate Task<DigestDraft> SelectPapers(
    Subscription subscription, DateTimeOffset after, DateTimeOffset until, CancellationToken cancellationToken);
