using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace PaperBot.Slack.Dispatch;

/// <summary>Handles one delivery, whole: its handlers, what is told when one fails, and the note in the inbox.</summary>
internal sealed class DeliveryRun(
    HandlerTable handlers, IServiceScopeFactory scopes, IInbox inbox, TimeProvider time, IOptions<SlackOptions> options, ILogger<DeliveryRun> logger)
{
    // A handler that was told to stop has this long to do so before it is left behind.
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(2);

    /// <param name="work">The delivery.</param>
    /// <param name="threads">Where handlers run; the inbox is called there too, since it may wait for a disk.</param>
    /// <param name="stopping">Set when the host waits no longer. What is not done then is left to the inbox.</param>
    public async Task RunAsync(Work work, HandlerThreads threads, CancellationToken stopping)
    {
        if (stopping.IsCancellationRequested)
            return;
        var reference = Reference.New();
        try
        {
            if (!await SucceedsAsync(work, reference, threads, stopping))
                await TellAsync(work, reference, threads, stopping);
        }
        catch (Exception) when (stopping.IsCancellationRequested)
        {
            // Whatever came of it, it is done again after the next start.
            return;
        }

        await CompleteAsync(work, reference, threads);
    }

    private async Task<bool> SucceedsAsync(Work work, string reference, HandlerThreads threads, CancellationToken stopping)
    {
        var request = work.Request.GetType().Name;
        if (work.GivenUp)
        {
            Log.GivenUp(logger, request, work.Delivery.Attempt - 1, reference);
            return false;
        }

        var good = true;
        var handlings = handlers.For(work.Request);
        for (var i = 0; i < handlings.Count; i++)
        {
            var (handling, first) = (handlings[i], i == 0);
            good &= await GuardAsync(request, reference, token => threads.Run(async () =>
            {
                if (first)
                    inbox.Begin(work.Delivery.Id);
                await using var scope = scopes.CreateAsyncScope();
                await handling(scope.ServiceProvider, work.Delivery, token);
            }), stopping);
        }

        return good;
    }

    /// <returns>False when it failed, which the log knows then.</returns>
    private async Task<bool> GuardAsync(string request, string reference, Func<CancellationToken, Task> run, CancellationToken stopping)
    {
        var limit = TimeSpan.FromSeconds(options.Value.HandlerSeconds);
        using var deadline = new CancellationTokenSource(limit, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(deadline.Token, stopping);
        try
        {
            await EndAsync(run(either.Token), either.Token);
            return true;
        }
        catch (Exception e) when (!stopping.IsCancellationRequested)
        {
            if (deadline.IsCancellationRequested && e is OperationCanceledException or TimeoutException)
                Log.HandlerLate(logger, request, limit.TotalSeconds, reference);
            else
                Log.HandlerFailed(logger, e, request, reference);
            return false;
        }
    }

    private async Task EndAsync(Task run, CancellationToken cancelled)
    {
        try
        {
            await run.WaitAsync(cancelled);
        }
        catch (OperationCanceledException) when (!run.IsCompleted)
        {
            await run.WaitAsync(Grace, time, CancellationToken.None);
        }
    }

    private async Task TellAsync(Work work, string reference, HandlerThreads threads, CancellationToken stopping)
    {
        using var deadline = new CancellationTokenSource(TimeSpan.FromSeconds(30), time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(deadline.Token, stopping);
        var token = either.Token;
        try
        {
            await EndAsync(
                threads.Run(async () =>
                {
                    await using var scope = scopes.CreateAsyncScope();
                    if (scope.ServiceProvider.GetService<IFailureHandler>() is { } handler)
                        await handler.HandleAsync(work.Request, reference, work.Delivery, token);
                }),
                token);
        }
        catch (Exception e) when (!stopping.IsCancellationRequested)
        {
            Log.FailureHandlerFailed(logger, e, reference);
        }
    }

    private async Task CompleteAsync(Work work, string reference, HandlerThreads threads)
    {
        try
        {
            await threads.Run(() =>
            {
                inbox.Complete(work.Delivery.Id);
                return Task.CompletedTask;
            });
        }
#pragma warning disable CA1031 // The delivery is handled, whatever the inbox throws.
        catch (Exception e)
#pragma warning restore CA1031
        {
            Log.NotCompleted(logger, e, work.Request.GetType().Name, reference);
        }
    }
}
