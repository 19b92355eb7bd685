namespace PaperBot.Digests.Delivery;

/// <summary>How far a digest is. The numbers are stored.</summary>
internal enum DigestState
{
    Decided = 0,

    /// <summary>A post was begun, and how it ended is not known.</summary>
    MayBePosted = 1,
    Posted = 2,

    /// <summary>It was never posted and never will be; its papers are new again.</summary>
    GivenUp = 3,

    /// <summary>There was nothing, and the readers know it.</summary>
    NothingToPost = 4,
}

/// <summary>A digest as it is stored.</summary>
/// <param name="Message">The post's id in the chat; empty until it is known.</param>
internal sealed record StoredDigest(Digest Digest, DigestState State, string Message);
