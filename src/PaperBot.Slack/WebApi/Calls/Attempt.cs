namespace PaperBot.Slack.WebApi.Calls;

/// <summary>What became of one try.</summary>
internal abstract record Attempt<T>
{
    private Attempt()
    {
    }

    /// <summary>It went well.</summary>
    public sealed record Done(T Value) : Attempt<T>;

    /// <summary>Slack did not do it, and asks to wait.</summary>
    public sealed record RateLimited(TimeSpan RetryAfter) : Attempt<T>;

    /// <summary>It failed in a way that may pass.</summary>
    /// <param name="Exception">What to throw when it is not tried again.</param>
    /// <param name="MayHaveLanded">False when it is certain that Slack never saw it.</param>
    public sealed record Failed(SlackException Exception, bool MayHaveLanded) : Attempt<T>;

    public Attempt<TNext> Then<TNext>(Func<T, Attempt<TNext>> next) => this switch
    {
        Done(var value) => next(value),
        RateLimited(var retryAfter) => new Attempt<TNext>.RateLimited(retryAfter),
        Failed(var exception, var mayHaveLanded) => new Attempt<TNext>.Failed(exception, mayHaveLanded),
        _ => throw new InvalidOperationException("An attempt has three outcomes."),
    };
}
