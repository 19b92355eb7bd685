using PaperBot.Digests.Delivery;

namespace PaperBot.Digests.Ranking;

/// <summary>What is new for a subscription and worth its readers' time.</summary>
/// <param name="Items">The best first, at most as many as the subscription wants.</param>
/// <param name="Candidates">How many new papers were looked at.</param>
internal sealed record DigestDraft(IReadOnlyList<DigestItem> Items, int Candidates);
