using PaperBot.Bot.Decisions;

namespace PaperBot.Bot.Home;

/// <summary>Why the bot answered a message or did not, to the person who wrote it.</summary>
internal static class DecisionText
{
    public static string Of(Decision decision) => decision.Outcome switch
    {
        DecisionOutcome.Failed when decision.Reason.Length > 0 => $"Something went wrong on my side; the log has it as {decision.Reason}.",
        DecisionOutcome.Failed => "Something went wrong on my side.",
        _ when decision.Reason.Length > 0 => decision.Reason,
        DecisionOutcome.Taken => "I am still at it.",
        DecisionOutcome.Answered => "I answered.",
        DecisionOutcome.Refused => "I said why I have no answer.",
        DecisionOutcome.LeftAlone => "I took it for talk between people. Mention me to be sure of an answer.",
        DecisionOutcome.NotAllowed => "The settings of that channel let only some people ask.",
        DecisionOutcome.FileOnly => "It was a file without a question, and I do not read files yet.",
        DecisionOutcome.Unreachable => "I could not write there.",
        _ => "",
    };
}
