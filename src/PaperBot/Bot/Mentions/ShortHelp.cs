namespace PaperBot.Bot.Mentions;

/// <summary>What to do with a bot that was only called.</summary>
internal static class ShortHelp
{
    public static string Of(string command) =>
        "Ask me something about the papers in our library, or name one and I summarize it. In this thread you need not mention me again.\n"
        + $"`{command} help` lists all I can do.";
}
