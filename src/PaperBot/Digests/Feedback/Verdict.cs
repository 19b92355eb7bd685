using PaperBot.Papers;

namespace PaperBot.Digests.Feedback;

/// <summary>What readers of a subscription said of a paper that it brought.</summary>
internal enum Verdict
{
    ThumbsDown,
    ThumbsUp,
    Saved,
    AskedAbout,
}

/// <summary>One reader's verdict.</summary>
internal sealed record GivenVerdict(string Person, PaperKey Paper, Verdict Verdict, DateTimeOffset At);
