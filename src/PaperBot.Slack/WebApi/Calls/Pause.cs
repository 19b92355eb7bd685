namespace PaperBot.Slack.WebApi.Calls;

/// <summary>Waits as Slack asks where no other call is concerned.</summary>
internal static class Pause
{
    /// <exception cref="SlackRateLimitException">Slack asks for longer than <paramref name="most"/>.</exception>
    public static Task ForAsync(string name, TimeSpan asked, TimeSpan most, TimeProvider time, CancellationToken cancellationToken) =>
        asked <= most ? Task.Delay(asked, time, cancellationToken) : throw new SlackRateLimitException(name, asked);
}
