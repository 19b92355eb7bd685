namespace PaperBot.Ingestion.Sources.Web;

internal enum SourceFailure
{
    /// <summary>It asks to be left alone for longer than is waited for.</summary>
    Busy,
    Unreachable,
    /// <summary>It wants a key, or another one.</summary>
    Refused,
    /// <summary>It did not understand what it was asked.</summary>
    Misunderstood,
    /// <summary>It sent what PaperBot cannot read.</summary>
    ChangedFormat,
    /// <summary>What was to be continued cannot be continued; it can be begun anew.</summary>
    CursorExpired,
}

/// <summary>A source did not give what it was asked for. The message is a sentence for people, with how to mend it.</summary>
/// <param name="retryAt">When the source may be asked again, where it says so.</param>
internal sealed class SourceException(SourceFailure failure, string message, DateTimeOffset? retryAt = null, Exception? inner = null)
    : Exception(message, inner)
{
    public SourceFailure Failure { get; } = failure;

    public DateTimeOffset? RetryAt { get; } = retryAt;

    /// <param name="detail">What is not as expected, without any text of the answer.</param>
    public static SourceException Changed(string source, string detail, Exception? inner = null) => new(
        SourceFailure.ChangedFormat,
        $"The answer of {source} is not as PaperBot knows it: {detail}. Try again later; if it stays so, update PaperBot.", inner: inner);
}
