namespace PaperBot.LanguageModels;

/// <summary>The model did not answer. The message is one sentence for who keeps the bot, without a secret or a text.</summary>
internal sealed class LanguageModelException(LanguageModelFailure failure, string message, Exception? inner = null) : Exception(message, inner)
{
    public LanguageModelFailure Failure => failure;

    /// <summary>How long the provider asks to be left alone; null when it does not say.</summary>
    public TimeSpan? RetryAfter { get; init; }
}

internal enum LanguageModelFailure
{
    /// <summary>Nobody listens at the address, or its name is not known.</summary>
    Unreachable,

    /// <summary>The provider does not know the key (401, 403).</summary>
    WrongKey,

    /// <summary>The provider does not know the model (404).</summary>
    UnknownModel,

    /// <summary>The provider refuses the request itself (other 4xx).</summary>
    BadRequest,

    /// <summary>Too many calls, or the provider's quota is used up (429).</summary>
    RateLimited,

    /// <summary>The provider is in trouble (5xx).</summary>
    Unavailable,

    /// <summary>It took longer than it may, to begin, to go on or in all.</summary>
    TimedOut,

    /// <summary>The stream ended before the model was done.</summary>
    Interrupted,

    /// <summary>What came back is not what the provider's reference says.</summary>
    Unreadable,

    /// <summary>The model or a filter before it declines to answer.</summary>
    Declined,

    /// <summary>The day's tokens are used up.</summary>
    BudgetSpent,

    /// <summary>It failed so often that it is left alone for a while.</summary>
    BreakerOpen,
}
