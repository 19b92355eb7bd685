namespace PaperBot.Bot.Threads;

/// <summary>Names the answer to a message by the message: two events tell of one mention, and it has one answer.</summary>
internal static class MessageKey
{
    public static string Of(string channel, string message) => $"{channel}:{message}";
}
