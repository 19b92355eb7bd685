using System.Globalization;
using PaperBot.Digests.Delivery;
using PaperBot.Digests.Subscriptions;

namespace PaperBot.Benchmarks.Digests.Simulation;

/// <summary>A chat that takes every message, and looks for one only when it is told that there may be one.</summary>
/// <param name="looks">False is a chat that is broken, for a test of the simulation.</param>
internal sealed class MemoryChat(bool looks = true) : ISimulatedChat, IDigestPost
{
    private readonly List<SeenDigest> _seen = [];
    private readonly Dictionary<string, int> _messages = [];

    public IReadOnlyList<SeenDigest> Seen => _seen;

    public IReadOnlyList<SeenDigest> SeenAt(string place) => [.. _seen.Where(post => post.Place == place)];

    public IDigestPost Connect() => this;

    public Task<PostOutcome> PostAsync(Digest digest, bool mayBePosted, CancellationToken cancellationToken)
    {
        if (!mayBePosted || !looks || !_messages.TryGetValue(digest.Id, out var message))
        {
            _seen.Add(new SeenDigest(digest.Id, digest.Subscription.Place, [.. digest.Items.Select(item => item.Paper.Key.Value)]));
            _messages[digest.Id] = message = _seen.Count;
        }

        return Task.FromResult<PostOutcome>(new PostOutcome.Posted(message.ToString(CultureInfo.InvariantCulture)));
    }

    public Task TellPausedAsync(Subscription subscription, string why, CancellationToken cancellationToken) => Task.CompletedTask;
}
