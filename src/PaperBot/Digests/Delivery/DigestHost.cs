using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using PaperBot.Digests.Subscriptions;

namespace PaperBot.Digests.Delivery;

/// <summary>Posts digests as they fall due for as long as the bot runs. It sleeps until the next one, or until subscriptions are changed.</summary>
internal sealed class DigestHost(DigestRunner runner, SubscriptionChanges changes, TimeProvider time, ILogger<DigestHost> log) : BackgroundService
{
    private static readonly TimeSpan ShortestPause = TimeSpan.FromSeconds(1);

    // Other processes change subscriptions too, and cannot wake this one.
    private static readonly TimeSpan LongestPause = TimeSpan.FromMinutes(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        // The start of the bot does not wait for digests.
        await Task.Yield();
        while (true)
        {
            var next = await TryAsync(stoppingToken).ConfigureAwait(false);
            var pause = next - time.GetUtcNow() ?? LongestPause;
            await WaitAsync(pause < ShortestPause ? ShortestPause : pause > LongestPause ? LongestPause : pause, stoppingToken).ConfigureAwait(false);
        }
    }

    private async Task WaitAsync(TimeSpan pause, CancellationToken stoppingToken)
    {
        using var due = new CancellationTokenSource(pause, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(due.Token, stoppingToken);
        try
        {
            await changes.WaitAsync(either.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (!stoppingToken.IsCancellationRequested)
        {
            // It is time.
        }
    }

    private async Task<DateTimeOffset?> TryAsync(CancellationToken cancellationToken)
    {
        try
        {
            return await runner.RunDueAsync(cancellationToken).ConfigureAwait(false);
        }
#pragma warning disable CA1031 // It is told in the log and tried again. Only who stops the bot cancels this.
        catch (Exception e) when (!cancellationToken.IsCancellationRequested)
#pragma warning restore CA1031
        {
            Log.HostFailed(log, e, LongestPause.TotalMinutes);
            return null;
        }
    }
}
