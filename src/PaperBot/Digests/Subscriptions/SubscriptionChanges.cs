namespace PaperBot.Digests.Subscriptions;

/// <summary>Says within this process that subscriptions were changed, so that who waits for the next due time looks again.</summary>
internal sealed class SubscriptionChanges
{
    private readonly SemaphoreSlim _changed = new(0, 1);
    private readonly Lock _telling = new();

    public void Tell()
    {
        // Many changes are one look.
        lock (_telling)
            if (_changed.CurrentCount == 0)
                _changed.Release();
    }

    /// <summary>Waits for a change since the last wait. One process waits at one place.</summary>
    public Task WaitAsync(CancellationToken cancellationToken) => _changed.WaitAsync(cancellationToken);
}
