namespace FakeSlack;

/// <summary>Which streams still take text: each for five minutes.</summary>
internal sealed class Streams(WorkspaceOptions options, TimeProvider time)
{
    private readonly Recent<Since> _started = new();

    public void Start(FakeMessage message) => _started.Set(Key(message), new Since(time.GetTimestamp()));

    public void Stop(FakeMessage message) => _started.Remove(Key(message));

    public bool HasExpired(FakeMessage message) =>
        _started.Find(Key(message)) is not { } since || time.GetElapsedTime(since.Timestamp) >= options.StreamLifetime;

    private static string Key(FakeMessage message) => Conversations.Key(message.Channel, message.Ts);

    private sealed record Since(long Timestamp);
}
