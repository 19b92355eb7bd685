namespace PaperBot.Slack.SocketMode;

/// <summary>When anything came over a socket last. Safe from any thread.</summary>
internal sealed class SignsOfLife(TimeProvider time)
{
    private long _last = time.GetUtcNow().UtcTicks;
    private long _stamp = time.GetTimestamp();
    private volatile bool _ended;

    public DateTimeOffset Last => new(Interlocked.Read(ref _last), TimeSpan.Zero);

    public TimeSpan Age => _ended ? TimeSpan.MaxValue : time.GetElapsedTime(Interlocked.Read(ref _stamp));

    /// <summary>No more will come.</summary>
    public void End() => _ended = true;

    public void Mark()
    {
        Interlocked.Exchange(ref _last, time.GetUtcNow().UtcTicks);
        Interlocked.Exchange(ref _stamp, time.GetTimestamp());
    }
}
