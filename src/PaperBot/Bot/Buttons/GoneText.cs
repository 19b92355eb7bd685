namespace PaperBot.Bot.Buttons;

internal static class GoneText
{
    public const string Reply = "I do not have this reply any more. Please ask again.";
}
