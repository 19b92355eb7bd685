using System.Collections.Concurrent;
using PaperBot.Slack.WebApi.Calls;

namespace PaperBot.Slack.WebApi.RateLimits;

/// <summary>
/// Keeps to Slack's rates before Slack has to say so: each method's tier, and about one message a second in each channel.
/// One limiter is one workspace's, as Slack counts. See https://docs.slack.dev/apis/web-api/rate-limits.
/// </summary>
/// <param name="factor">See <see cref="SlackApiOptions.RateLimitFactor"/>.</param>
/// <param name="mostWait">See <see cref="SlackApiOptions.MaxRateLimitWait"/>.</param>
/// <param name="time">The clock.</param>
internal sealed class RateLimiter(double factor, TimeSpan mostWait, TimeProvider time)
{
    // Slack tolerates "short bursts" beyond one message a second and names no figure.
    private const int ChannelBurst = 3;
    private const int MostChannels = 1000;

    private readonly ConcurrentDictionary<string, Lane> _methods = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, Lane> _channels = new(StringComparer.Ordinal);

    /// <summary>Waits until the method may be called.</summary>
    /// <exception cref="SlackRateLimitException">That would take too long.</exception>
    public async Task WaitAsync(SlackMethod method, string? channel, CancellationToken cancellationToken)
    {
        var most = method.Waits ? mostWait : TimeSpan.Zero;
        if (method.PostsToChannel && channel is not null)
            await EnterAsync(ChannelLane(channel));
        await EnterAsync(MethodLane(method));

        async Task EnterAsync(Lane lane)
        {
            var missing = await lane.EnterAsync(most, cancellationToken);
            if (missing > TimeSpan.Zero)
                throw new SlackRateLimitException(method.Name, missing);
        }
    }

    /// <summary>Puts off everybody after a 429: who writes to the same channel, or else who calls the same method.</summary>
    public void PutOff(SlackMethod method, string? channel, TimeSpan retryAfter) =>
        (method.PostsToChannel && channel is not null ? ChannelLane(channel) : MethodLane(method)).PutOff(retryAfter);

    // Two fifths of a minute's calls may go at once, the rest at an even pace: never more than the tier in any minute.
    private Lane MethodLane(SlackMethod method) => _methods.GetOrAdd(method.Name, _ =>
    {
        var perMinute = Math.Max(2, method.PerMinute * factor);
        var burst = Math.Max(1, (int)(perMinute * 2 / 5));
        return new Lane(TimeSpan.FromMinutes(1) / (perMinute - burst), burst, time);
    });

    private Lane ChannelLane(string channel)
    {
        if (_channels.Count >= MostChannels)
        {
            foreach (var (id, lane) in _channels)
            {
                if (lane.IsIdle)
                    _channels.TryRemove(id, out _);
            }
        }

        return _channels.GetOrAdd(channel, _ => new Lane(TimeSpan.FromSeconds(1) / factor, ChannelBurst, time));
    }
}
