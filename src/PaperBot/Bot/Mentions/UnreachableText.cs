namespace PaperBot.Bot.Mentions;

/// <summary>Why an answer could not be given where it was asked for.</summary>
internal static class UnreachableText
{
    public static string Of(string channel, string code) => $"I could not answer you in <#{channel}>: {Why(code)} You are welcome to ask me here.";

    public static string Why(string code) => code switch
    {
        "is_archived" => "the channel is archived.",
        "thread_not_found" or "cannot_reply_to_message" => "the message is gone.",
        _ when code.StartsWith("restricted_action", StringComparison.Ordinal) => "I am not allowed to write there.",
        _ => "I am not in the channel. Invite me, and ask again.",
    };
}
