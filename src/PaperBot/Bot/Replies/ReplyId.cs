namespace PaperBot.Bot.Replies;

/// <summary>Names a reply. It goes through buttons, so it cannot be guessed.</summary>
internal static class ReplyId
{
    public static string New() => Guid.NewGuid().ToString("N");
}
