using PaperBot.Digests.Subscriptions;
using PaperBot.Papers;

namespace PaperBot.Digests.Delivery;

/// <summary>A paper of a digest.</summary>
/// <param name="Score">From 0 to 1: how much it is worth to the readers of the subscription.</param>
/// <param name="Tldr">One sentence of its abstract; empty without an abstract.</param>
/// <param name="Why">Why this subscription got it, as a phrase for people: <c>matches “sparse retrieval”; close to “SPANN”, which was liked here</c>.</param>
internal sealed record DigestItem(Paper Paper, double Score, string Tldr, string Why);

/// <summary>What a subscription is sent at one due time.</summary>
/// <param name="Id">Opaque; stays with the post, unseen, to find it again by.</param>
/// <param name="DueAt">The time that the schedule names.</param>
/// <param name="Items">The best first; none says that nothing was worth the readers' time.</param>
/// <param name="Candidates">How many new papers were looked at.</param>
internal sealed record Digest(string Id, Subscription Subscription, DateTimeOffset DueAt, IReadOnlyList<DigestItem> Items, int Candidates);
