using Microsoft.Extensions.Logging;
using PaperBot.Slack.Dispatch;
using PaperBot.Slack.WebApi;

namespace PaperBot.Slack.SocketMode;

/// <summary>Keeps one socket open: opens it, opens another when Slack is about to end it, and again when it is lost.</summary>
internal sealed class Slot(
    int number, ISlackApiClient slack, SlackDispatcher dispatcher, Reports reports, SlackOptions options, TimeProvider time, ILogger logger)
{
    // Slack ends a socket about ten seconds after its warning.
    private static readonly TimeSpan LeavingDeadline = TimeSpan.FromSeconds(15);

    // A socket that lived so long was a good one: the next failure counts as the first.
    private static readonly TimeSpan GoodLife = TimeSpan.FromSeconds(10);

    private readonly List<Task> _leaving = [];
    private int _failures;

    /// <returns>True when Slack said that Socket Mode is switched off; false when <paramref name="stopping"/> is set.</returns>
    public async Task<bool> RunAsync(CancellationToken stopping)
    {
        Link? current = null;
        try
        {
            await Task.Delay((number - 1) * TimeSpan.FromSeconds(options.SocketStaggerSeconds), time, stopping);
            while (true)
            {
                var next = await OpenAsync(stopping);
                Leave(current, stopping);
                current = next;
                var opened = time.GetTimestamp();
                var reason = await EndOfAsync(current, stopping);
                if (reason == "link_disabled")
                    return true;

                var wasGood = time.GetElapsedTime(opened) > GoodLife;
                if (wasGood)
                    _failures = 0;
                if (wasGood && reason is ("warning" or "refresh_requested"))
                    Log.Replacing(logger, number, reason);
                else
                    await PauseAsync(Trouble.OfLost(current.Trouble, ++_failures, options), stopping);
            }
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            return false;
        }
        finally
        {
            Leave(current, new CancellationToken(canceled: true));
            await Task.WhenAll(_leaving);
        }
    }

    /// <returns>Slack's reason; null when it gave none.</returns>
    private static async Task<string?> EndOfAsync(Link link, CancellationToken stopping)
    {
        await Task.WhenAny(link.Leaving, link.Over).WaitAsync(stopping);
        return link.Leaving.IsCompleted ? await link.Leaving : null;
    }

    private async Task<Link> OpenAsync(CancellationToken stopping)
    {
        while (true)
        {
            var link = new Link(dispatcher, options, time, logger);
            try
            {
                var address = await slack.Apps.OpenConnectionAsync(stopping);
                using var deadline = new CancellationTokenSource(TimeSpan.FromSeconds(options.HelloSeconds), time);
                using var either = CancellationTokenSource.CreateLinkedTokenSource(deadline.Token, stopping);
                await link.OpenAsync(address, either.Token);
                reports.Opened(number, link.Life);
                return link;
            }
            catch (Exception e)
            {
                await EndAsync(link, new CancellationToken(canceled: true));
                stopping.ThrowIfCancellationRequested();
                await PauseAsync(Trouble.OfOpening(e, ++_failures, options), stopping);
            }
        }
    }

    private async Task PauseAsync(Trouble trouble, CancellationToken stopping)
    {
        reports.Failed(number, trouble);
        await Task.Delay(trouble.Wait, time, stopping);
    }

    // Envelopes may still come over a socket that is about to end: it is read until Slack closes it.
    private void Leave(Link? link, CancellationToken now)
    {
        _leaving.RemoveAll(leaving => leaving.IsCompleted);
        if (link is not null)
            _leaving.Add(EndAsync(link, now));
    }

    private async Task EndAsync(Link link, CancellationToken now)
    {
        await link.Over.WaitAsync(LeavingDeadline, time, now).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await link.CloseAsync();
        reports.Ended(link.Life);
        link.Dispose();
    }
}
