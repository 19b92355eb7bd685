namespace PaperBot.Slack;

/// <summary>Slack refused a call, or could not be reached. Neither tokens nor texts of messages are in it.</summary>
public class SlackException : Exception
{
    /// <param name="errorCode">
    /// Slack's own code, for instance <c>channel_not_found</c>; for what is no answer of Slack's <c>http_500</c>, <c>connection_failed</c>,
    /// <c>timeout</c> or <c>invalid_response</c>.
    /// </param>
    /// <param name="method">The method, for instance <c>chat.postMessage</c>.</param>
    /// <param name="details">Slack's messages on the arguments.</param>
    /// <param name="innerException">What it comes from.</param>
    public SlackException(string errorCode, string method, IReadOnlyList<string>? details = null, Exception? innerException = null)
        : base($"Slack's {method} answered {errorCode}.", innerException)
    {
        ErrorCode = errorCode;
        Method = method;
        Details = details ?? [];
    }

    /// <summary>Slack's own code.</summary>
    public string ErrorCode { get; }

    /// <summary>The method that was called.</summary>
    public string Method { get; }

    /// <summary>Slack's messages on the arguments; mostly empty.</summary>
    public IReadOnlyList<string> Details { get; }
}

/// <summary>Slack's limit is reached and stayed so for as many tries as there are.</summary>
/// <param name="method">The method, for instance <c>chat.postMessage</c>.</param>
/// <param name="retryAfter">How long Slack asks to wait.</param>
public sealed class SlackRateLimitException(string method, TimeSpan retryAfter) : SlackException("ratelimited", method)
{
    /// <summary>How long Slack asks to wait.</summary>
    public TimeSpan RetryAfter => retryAfter;
}
