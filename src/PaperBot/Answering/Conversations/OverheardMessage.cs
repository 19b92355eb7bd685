namespace PaperBot.Answering.Conversations;

/// <summary>A message in a thread that the bot has joined, which does not mention the bot.</summary>
/// <param name="NamesOthers">Whether it mentions other people.</param>
/// <param name="SpokeLast">Who spoke right before.</param>
/// <param name="AskedBefore">Whether its writer asked the bot something in this thread.</param>
/// <param name="SinceAnswer">Time since the bot last answered here.</param>
internal sealed record OverheardMessage(string Text, bool NamesOthers, Speaker SpokeLast, bool AskedBefore, TimeSpan SinceAnswer);

internal enum Speaker
{
    Bot,

    /// <summary>The writer of the message.</summary>
    Writer,

    SomeoneElse,
}

/// <summary>Whether a message is for the bot, and the sign that decided.</summary>
internal sealed record Verdict(bool IsForTheBot, VerdictReason Reason);

internal enum VerdictReason
{
    /// <summary>The bot is called by its name.</summary>
    CallsTheBot,

    /// <summary>It asks for something that only the bot does: "summarize the second one".</summary>
    Request,

    /// <summary>A question about papers and what is in them.</summary>
    QuestionAboutPapers,

    /// <summary>It leans on what the bot said just before: "why?".</summary>
    FollowUp,

    Empty,

    MentionsOthers,

    /// <summary>Somebody is spoken to by name.</summary>
    NamesAPerson,

    /// <summary>Of work, meetings and the day: talk between people.</summary>
    TalkBetweenPeople,

    /// <summary>"Thanks", "ok": nothing to answer.</summary>
    Courtesy,

    /// <summary>It tells something and asks nothing.</summary>
    Statement,

    /// <summary>A question, but after others spoke, by one who did not ask the bot, or long after; it may be for anybody.</summary>
    ForAnybody,
}
