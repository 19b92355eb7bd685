using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using PaperBot.Slack.Dispatch;
using PaperBot.Slack.WebApi;

namespace PaperBot.Slack.SocketMode;

/// <summary>Keeps the sockets while the host runs.</summary>
internal sealed class SocketModeHost(
    ISlackApiClient slack,
    SlackDispatcher dispatcher,
    SlackConnectionState state,
    TimeProvider time,
    IOptions<SlackOptions> options,
    ILogger<SocketModeHost> logger) : IHostedService, IDisposable
{
    private readonly CancellationTokenSource _stopping = new();
    private Task _running = Task.CompletedTask;

    /// <exception cref="InvalidOperationException">There is no app-level token.</exception>
    public Task StartAsync(CancellationToken cancellationToken)
    {
        if (string.IsNullOrWhiteSpace(options.Value.AppToken))
            throw new InvalidOperationException("Socket Mode needs the app-level token (Slack:AppToken), which begins with xapp-.");

        var reports = new Reports(state, options.Value, logger);
        _running = Task.WhenAll(Enumerable.Range(1, options.Value.Sockets).Select(number =>
        {
            var slot = new Slot(number, slack, dispatcher, reports, options.Value, time, logger);
            return Task.Run(() => KeepAsync(slot, reports), CancellationToken.None);
        }));
        return Task.CompletedTask;
    }

    public async Task StopAsync(CancellationToken cancellationToken)
    {
        await _stopping.CancelAsync();

        // Closing is bounded by itself, to a few seconds.
        await _running.WaitAsync(cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    public void Dispose() => _stopping.Dispose();

    private async Task KeepAsync(Slot slot, Reports reports)
    {
        if (!await slot.RunAsync(_stopping.Token) || _stopping.IsCancellationRequested)
            return;
        reports.SwitchedOff();
        await _stopping.CancelAsync();
    }
}
