namespace PaperBot.Bot.Requests;

/// <summary>Who said something, and where. What was said in one place is context in no other.</summary>
/// <param name="Team">The workspace.</param>
/// <param name="Channel">The conversation.</param>
/// <param name="Thread">The thread's first message; empty outside of threads.</param>
/// <param name="Person">Who asks.</param>
/// <param name="IsPrivate">Whether only the person sees the reply.</param>
internal sealed record Place(string Team, string Channel, string Thread, string Person, bool IsPrivate)
{
    /// <summary>Whether the conversation is between two: there are no others to share with.</summary>
    public bool IsDirect => Channel.StartsWith('D');

    /// <summary>The thread as a message names it; null outside of threads.</summary>
    public string? ThreadTs => Thread.Length > 0 ? Thread : null;
}
