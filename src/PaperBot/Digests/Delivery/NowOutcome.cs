namespace PaperBot.Digests.Delivery;

/// <summary>What became of a digest that a person asked for, or that was due.</summary>
internal abstract record NowOutcome
{
    private NowOutcome()
    {
    }

    /// <param name="Message">The post's id in the chat.</param>
    internal sealed record Posted(Digest Digest, string Message) : NowOutcome;

    /// <summary>No new paper is worth the readers' time; nothing was posted.</summary>
    /// <param name="Candidates">How many new papers were looked at.</param>
    internal sealed record NothingNew(int Candidates) : NowOutcome;

    /// <param name="Why">A sentence.</param>
    internal sealed record Paused(string Why) : NowOutcome;

    /// <summary>Another digest of the subscription is on its way at this moment.</summary>
    internal sealed record Busy : NowOutcome;

    /// <summary>It could not be posted now, and is tried again by itself.</summary>
    internal sealed record Delayed : NowOutcome;

    /// <summary>The subscription was removed.</summary>
    internal sealed record Removed : NowOutcome;
}
