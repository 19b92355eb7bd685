namespace PaperBot.Host.Health;

/// <summary>Whether what people write reaches the bot.</summary>
internal sealed class SlackLink(SlackTokens tokens)
{
    public (bool IsWell, string Words) Look() => tokens.UsesSocketMode ? (true, "") : (true, "waits for requests at /slack/events");
}
