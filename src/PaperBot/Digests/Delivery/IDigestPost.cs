using PaperBot.Digests.Subscriptions;

namespace PaperBot.Digests.Delivery;

/// <summary>The chat that digests are posted in.</summary>
internal interface IDigestPost
{
    /// <summary>Posts a digest, unless it finds it posted already.</summary>
    /// <param name="mayBePosted">Whether an earlier try may have come through, so that it must be looked for first.</param>
    /// <exception cref="DigestPostException">The chat cannot be reached now; it may have come through all the same.</exception>
    Task<PostOutcome> PostAsync(Digest digest, bool mayBePosted, CancellationToken cancellationToken);

    /// <summary>Tells whoever made a subscription that it was paused, and why; once, as far as can be known.</summary>
    /// <param name="why">A sentence.</param>
    /// <exception cref="DigestPostException">The chat cannot be reached now.</exception>
    Task TellPausedAsync(Subscription subscription, string why, CancellationToken cancellationToken);
}

/// <summary>What became of a post.</summary>
internal abstract record PostOutcome
{
    private PostOutcome()
    {
    }

    /// <param name="Message">The post's id in the chat.</param>
    internal sealed record Posted(string Message) : PostOutcome;

    /// <summary>The place is gone, archived, or closed to the bot, and will be when it is tried again.</summary>
    /// <param name="Why">A sentence for the subscription's owner.</param>
    internal sealed record Closed(string Why) : PostOutcome;
}

/// <summary>The chat could not be reached. The message names no text and no secret.</summary>
internal sealed class DigestPostException(string message, Exception? inner = null) : Exception(message, inner);
