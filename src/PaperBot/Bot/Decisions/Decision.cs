namespace PaperBot.Bot.Decisions;

/// <summary>What became of something that a person said. It holds nothing of what they said.</summary>
/// <param name="Message">The message; empty for commands and clicks.</param>
/// <param name="Reason">A sentence for the person; the reference for <see cref="DecisionOutcome.Failed"/>; may be empty.</param>
internal sealed record Decision(string Person, string Channel, string Message, DecisionOutcome Outcome, string Reason, DateTimeOffset At);

internal enum DecisionOutcome
{
    /// <summary>It was for the bot, and the bot is at it.</summary>
    Taken,

    Answered,

    /// <summary>Answered with why there is no answer.</summary>
    Refused,

    /// <summary>Taken for talk between people.</summary>
    LeftAlone,

    /// <summary>The channel's settings keep this person from asking.</summary>
    NotAllowed,

    /// <summary>There was a file and no question.</summary>
    FileOnly,

    /// <summary>The bot cannot write there; the person was told privately.</summary>
    Unreachable,

    /// <summary>Something went wrong; <see cref="Decision.Reason"/> is the reference that the log has.</summary>
    Failed,
}
