using System.Threading.Channels;

namespace PaperBot.Digests.Subscriptions;

/// <summary>Says within this process that subscriptions were changed, so that who waits for the next due time looks again.</summary>
internal sealed class SubscriptionChanges
{
    // Many changes are one look.
    private readonly Channel<bool> _changed = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });

    public void Tell() => _changed.Writer.TryWrite(true);

    /// <summary>Waits for a change since the last wait. One process waits at one place.</summary>
    public Task WaitAsync(CancellationToken cancellationToken) => _changed.Reader.ReadAsync(cancellationToken).AsTask();
}
