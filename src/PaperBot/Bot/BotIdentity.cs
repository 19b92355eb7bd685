using PaperBot.Slack.WebApi;

namespace PaperBot.Bot;

/// <summary>Who the bot is: asked once, and again only when that failed.</summary>
#pragma warning disable CA1001 // Whoever waits for a semaphore that is disposed of waits for ever; it holds nothing to free.
internal sealed class BotIdentity(ISlackApiClient slack)
#pragma warning restore CA1001
{
    private readonly SemaphoreSlim _asking = new(1, 1);
    private volatile AuthTestResponse? _known;

    /// <exception cref="Slack.SlackException">It cannot be asked now; the next call asks again.</exception>
    public async Task<AuthTestResponse> GetAsync(CancellationToken cancellationToken)
    {
        if (_known is { } known)
            return known;
        await _asking.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            return _known ??= await slack.Auth.TestAsync(cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            _asking.Release();
        }
    }
}
