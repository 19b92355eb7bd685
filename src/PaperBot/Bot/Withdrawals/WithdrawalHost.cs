using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using PaperBot.Slack;

namespace PaperBot.Bot.Withdrawals;

/// <summary>Looks now and then, for as long as the bot runs, whether threads have to be told of papers that were taken back.</summary>
internal sealed class WithdrawalHost(WithdrawalNotices notices, TimeProvider time, ILogger<WithdrawalHost> log) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromMinutes(10);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        // What starts the host does not wait for the first look.
        await Task.Yield();
        while (true)
        {
            await TryAsync(stoppingToken).ConfigureAwait(false);
            await Task.Delay(Pause, time, stoppingToken).ConfigureAwait(false);
        }
    }

    private async Task TryAsync(CancellationToken cancellationToken)
    {
        try
        {
            if (await notices.RunAsync(cancellationToken).ConfigureAwait(false) is > 0 and var told)
                Log.Told(log, told);
        }
        catch (SlackException e)
        {
            Log.NotTold(log, e.Method, e.ErrorCode, Pause.TotalMinutes);
        }
#pragma warning disable CA1031 // It is told in the log and tried again. Only who stops the bot cancels this.
        catch (Exception e) when (!cancellationToken.IsCancellationRequested)
#pragma warning restore CA1031
        {
            Log.Failed(log, e, Pause.TotalMinutes);
        }
    }
}
