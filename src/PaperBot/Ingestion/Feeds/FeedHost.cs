using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace PaperBot.Ingestion.Feeds;

/// <summary>Keeps the feeds up to date for as long as the bot runs. The list is read anew each time, so that it can be edited meanwhile.</summary>
internal sealed class FeedHost(FeedRunner runner, TimeProvider time, ILogger<FeedHost> log) : BackgroundService
{
    private static readonly TimeSpan ShortestPause = TimeSpan.FromSeconds(10);

    private static readonly TimeSpan LongestPause = TimeSpan.FromMinutes(5);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (true)
        {
            var next = await TryAsync(stoppingToken).ConfigureAwait(false);
            var pause = next - time.GetUtcNow() ?? LongestPause;
            await Task.Delay(pause < ShortestPause ? ShortestPause : pause > LongestPause ? LongestPause : pause, time, stoppingToken)
                .ConfigureAwait(false);
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
            Log.Failed(log, e, LongestPause.TotalMinutes);
            return null;
        }
    }
}
