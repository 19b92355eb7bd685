namespace PaperBot.Tests.EndToEnd;

/// <summary>The machine's clock, set ahead: what waits goes on waiting, and what looks at the clock sees that days have passed.</summary>
internal sealed class LeapingTime : TimeProvider
{
    private long _ahead;

    public override DateTimeOffset GetUtcNow() => base.GetUtcNow().AddTicks(Interlocked.Read(ref _ahead));

    /// <summary>Sets the clock to a time that is to come.</summary>
    public void LeapTo(DateTimeOffset time) => Interlocked.Add(ref _ahead, (time - GetUtcNow()).Ticks);
}
