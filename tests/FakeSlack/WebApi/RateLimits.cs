using System.Collections.Concurrent;

namespace FakeSlack;

/// <summary>
/// Slack's documented limits: each method's tier a minute, and about one message a second a channel with bursts. The tiers are
/// «at least so many», so a full minute's worth may come at once.
/// </summary>
internal sealed class RateLimits(WorkspaceOptions options, TimeProvider time)
{
    private readonly ConcurrentDictionary<string, Bucket> _buckets = new();

    /// <summary>How long to wait; null when the call may go ahead.</summary>
    public TimeSpan? Check(ApiMethod method, string? channel)
    {
        if (!options.EnforceRateLimits)
            return null;
        if (method.Name == "chat.postMessage" && channel is not null)
            return Take($"post {channel}", options.ChannelBurst, perSecond: 1);
        return method.PerMinute > 0 ? Take(method.Name, method.PerMinute, method.PerMinute / 60.0) : null;
    }

    private TimeSpan? Take(string key, int burst, double perSecond) =>
        _buckets.GetOrAdd(key, _ => new Bucket(burst, time.GetTimestamp())).Take(burst, perSecond, time);

    private sealed class Bucket(double tokens, long since)
    {
        private readonly Lock _gate = new();
        private double _tokens = tokens;
        private long _since = since;

        public TimeSpan? Take(int burst, double perSecond, TimeProvider time)
        {
            lock (_gate)
            {
                var now = time.GetTimestamp();
                _tokens = Math.Min(burst, _tokens + time.GetElapsedTime(_since, now).TotalSeconds * perSecond);
                _since = now;
                if (_tokens < 1)
                    return TimeSpan.FromSeconds((1 - _tokens) / perSecond);
                _tokens--;
                return null;
            }
        }
    }
}
