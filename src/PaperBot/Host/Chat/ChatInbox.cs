using System.Collections.Concurrent;
using PaperBot.Slack.Dispatch;

namespace PaperBot.Host.Chat;

/// <summary>Deliveries of one conversation at a terminal: nothing outlives it, and the next line is read when the last is answered.</summary>
internal sealed class ChatInbox : IInbox
{
    private readonly ConcurrentDictionary<string, TaskCompletionSource> _open = new();

    public bool TryAdd(StoredDelivery delivery) =>
        _open.TryAdd(delivery.Id, new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously));

    public void Begin(string id)
    {
    }

    public void Complete(string id) => _open.GetValueOrDefault(id)?.TrySetResult();

    public IReadOnlyList<StoredDelivery> Unfinished() => [];

    /// <summary>Waits until everything that was taken in is handled.</summary>
    public Task UntilIdleAsync(CancellationToken cancellationToken) =>
        Task.WhenAll(_open.Values.Select(delivery => delivery.Task)).WaitAsync(cancellationToken);
}
