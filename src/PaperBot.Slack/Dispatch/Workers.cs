using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace PaperBot.Slack.Dispatch;

/// <summary>
/// Handles deliveries while the host runs, those first that a process before left behind. It starts before the transports and stops after them.
/// </summary>
internal sealed class Workers(
    Lanes lanes, IInbox inbox, DeliveryRun run, BusyReplies busy, TimeProvider time, IOptions<SlackOptions> options, ILogger<Workers> logger)
    : IHostedService, IDisposable
{
    // Handlers that were told to stop have a moment to do so.
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(4);

    private readonly CancellationTokenSource _idle = new();
    private readonly CancellationTokenSource _stopping = new();
    private HandlerThreads? _threads;
    private Task _running = Task.CompletedTask;

    public Task StartAsync(CancellationToken cancellationToken)
    {
        var unfinished = inbox.Unfinished();
        foreach (var stored in unfinished)
            Restore(stored);
        if (unfinished.Count > 0)
            Log.TakenUp(logger, unfinished.Count);

        _threads = new HandlerThreads(options.Value.Workers);
        _running = Task.WhenAll([
            .. Enumerable.Range(0, options.Value.Workers).Select(_ => Task.Run(() => WorkAsync(_threads), CancellationToken.None)),
            Task.Run(() => busy.RunAsync(_idle.Token), CancellationToken.None),
        ]);
        lanes.Open();
        return Task.CompletedTask;
    }

    public async Task StopAsync(CancellationToken cancellationToken)
    {
        var drained = lanes.Close();
        try
        {
            await drained.WaitAsync(TimeSpan.FromSeconds(options.Value.DrainSeconds), time, cancellationToken);
        }
        catch (Exception e) when (e is TimeoutException or OperationCanceledException)
        {
            Log.LeftBehind(logger, lanes.Count);
        }

        await _stopping.CancelAsync();
        await _idle.CancelAsync();
        try
        {
            await _running.WaitAsync(Grace, time, CancellationToken.None);
        }
        catch (Exception e) when (e is TimeoutException or OperationCanceledException)
        {
            // The loops end by being cancelled; one whose handler does not listen ends with the process.
        }
    }

    public void Dispose()
    {
        _threads?.Dispose();
        _idle.Dispose();
        _stopping.Dispose();
    }

    private async Task WorkAsync(HandlerThreads threads)
    {
        while (true)
        {
            var work = await lanes.TakeAsync(_idle.Token);
            try
            {
                await run.RunAsync(work, threads, _stopping.Token);
            }
            finally
            {
                lanes.Done(work);
            }
        }
    }

    private void Restore(StoredDelivery stored)
    {
        var kind = StoredKind.Parse(stored.Type);
        if (Incoming.Read(kind, stored.Payload, stored.Id) is { Request: { } request } incoming)
        {
            var delivery = new Delivery(stored.Id, incoming.TeamId, stored.ReceivedAt, stored.Attempts + 1);
            lanes.Restore(new Work(
                Lane.Of(request, stored.Id), Lane.PersonOf(request), delivery, request, GivenUp: stored.Attempts >= options.Value.Attempts));
            return;
        }

        Log.Unreadable(logger, kind);
        inbox.Complete(stored.Id);
    }
}
