using PaperBot.Digests.Subscriptions;
using PaperBot.Slack;
using PaperBot.Slack.WebApi;

namespace PaperBot.Bot.Digests;

/// <summary>The time zone that a person set in Slack.</summary>
internal sealed class PersonTimeZone(ISlackApiClient slack, TimeProvider time)
{
    // A form that is opened with it must be open within three seconds.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);

    /// <returns>Its IANA name; UTC where it cannot be told now, or this machine does not know it.</returns>
    public async Task<string> FindAsync(string person, CancellationToken cancellationToken)
    {
        using var patience = new CancellationTokenSource(Patience, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, cancellationToken);
        try
        {
            var who = await slack.Users.InfoAsync(person, either.Token).ConfigureAwait(false);
            return who.Tz is { Length: > 0 } zone && TimeZones.Find(zone) is not null ? zone : TimeZones.Utc;
        }
        catch (SlackException)
        {
            return TimeZones.Utc;
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return TimeZones.Utc;
        }
    }
}
