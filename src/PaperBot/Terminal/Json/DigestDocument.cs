using PaperBot.Digests.Delivery;
using PaperBot.Digests.Subscriptions;
using PaperBot.Terminal.Views;

namespace PaperBot.Terminal.Json;

/// <param name="Subscription">Its number; null for one that nobody made.</param>
/// <param name="Candidates">How many new papers were looked at.</param>
internal sealed record DigestDocument(long? Subscription, InterestDocument Interest, string AsOf, int Candidates, IReadOnlyList<DigestItemDocument> Papers)
{
    public static DigestDocument Of(Digest digest) => new(
        digest.Subscription.Id == 0 ? null : digest.Subscription.Id, InterestDocument.Of(digest.Subscription.Interest), TimeText.Of(digest.DueAt),
        digest.Candidates,
        [.. digest.Items.Select((item, i) => new DigestItemDocument(
            i + 1, item.Paper.Key.Value, PaperText.Title(item.Paper), Math.Round(item.Score, 4), PaperText.Link(item.Paper), item.Paper.Published?.ToString(),
            item.Tldr, item.Why))]);
}

/// <param name="Score">From 0 to 1.</param>
/// <param name="Tldr">Empty without an abstract.</param>
internal sealed record DigestItemDocument(int Rank, string Id, string Title, double Score, string? Url, string? Published, string Tldr, string Why);

internal sealed record InterestDocument(
    IReadOnlyList<string> Topics, IReadOnlyList<string> Authors, IReadOnlyList<string> Categories, IReadOnlyList<string> Seeds)
{
    public static InterestDocument Of(Interest interest) =>
        new(interest.Topics, interest.Authors, interest.Categories, [.. interest.Seeds.Select(seed => seed.Value)]);
}
