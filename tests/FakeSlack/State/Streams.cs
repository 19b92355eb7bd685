using System.Collections.Concurrent;

namespace FakeSlack;

/// <summary>Which streams still take text: each for five minutes.</summary>
internal sealed class Streams(WorkspaceOptions options, TimeProvider time)
{
    private readonly ConcurrentDictionary<string, long> _started = new();

    public void Start(FakeMessage message) => _started[Conversations.Key(message.Channel, message.Ts)] = time.GetTimestamp();

    public void Stop(FakeMessage message) => _started.TryRemove(Conversations.Key(message.Channel, message.Ts), out _);

    public bool HasExpired(FakeMessage message) =>
        !_started.TryGetValue(Conversations.Key(message.Channel, message.Ts), out var started)
            || time.GetElapsedTime(started) >= options.StreamLifetime;
}
