using Microsoft.Extensions.Logging;

namespace PaperBot.Slack.WebApi.Calls;

/// <summary>Tries again, a bounded number of times and further and further apart, where that does no harm.</summary>
internal sealed class Retries(int maxAttempts, TimeProvider time, ILogger logger)
{
    private static readonly TimeSpan FirstDelay = TimeSpan.FromSeconds(0.5);
    private static readonly TimeSpan LongestDelay = TimeSpan.FromSeconds(20);

    /// <param name="name">What is called, for errors and the log.</param>
    /// <param name="tryAsync">One try.</param>
    /// <param name="putOffAsync">Sees to it that the next try comes as late as Slack asks, or throws when that is too late.</param>
    /// <param name="isHarmless">Whether it may be sent again after this failure.</param>
    /// <param name="findAsync">Looks whether a try landed that may have; null when there is no way to tell.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task<T> RunAsync<T>(
        string name,
        Func<CancellationToken, Task<Attempt<T>>> tryAsync,
        Func<TimeSpan, CancellationToken, Task> putOffAsync,
        Func<Attempt<T>.Failed, bool> isHarmless,
        Func<CancellationToken, Task<T?>>? findAsync,
        CancellationToken cancellationToken)
        where T : class
    {
        for (var attempt = 1; ; attempt++)
        {
            switch (await tryAsync(cancellationToken))
            {
                case Attempt<T>.Done(var value):
                    return value;
                case Attempt<T>.RateLimited(var retryAfter):
                    Log.PutOff(logger, name, attempt, retryAfter.TotalSeconds);
                    if (attempt >= maxAttempts)
                        throw new SlackRateLimitException(name, retryAfter);
                    await putOffAsync(retryAfter, cancellationToken);
                    break;
                case Attempt<T>.Failed failed:
                    Log.Failed(logger, name, attempt, failed.Exception.ErrorCode, failed.MayHaveLanded);
                    var harmless = isHarmless(failed);
                    if (!harmless && findAsync is null)
                        throw failed.Exception;
                    if (harmless && attempt >= maxAttempts)
                        throw failed.Exception;
                    await Task.Delay(Delay(attempt), time, cancellationToken);
                    if (!harmless && await FindAsync(failed) is { } found)
                        return found;
                    if (attempt >= maxAttempts)
                        throw failed.Exception;
                    break;
            }
        }

        async Task<T?> FindAsync(Attempt<T>.Failed failed)
        {
            try
            {
                var found = await findAsync!(cancellationToken);
                Log.LookedUp(logger, name, found is not null);
                return found;
            }
            catch (SlackException exception)
            {
                // Without an answer, sending it again might say it twice; the call's own failure tells more than the look-up's.
                Log.LookUpFailed(logger, name, exception.Method, exception.ErrorCode);
                throw failed.Exception;
            }
        }
    }

    // From half to the whole of a time that doubles: many callers do not come back at the same moment.
    private static TimeSpan Delay(int attempt)
    {
        var longest = FirstDelay * Math.Pow(2, attempt - 1);
        return (longest < LongestDelay ? longest : LongestDelay) * (0.5 + (Random.Shared.NextDouble() / 2));
    }
}
