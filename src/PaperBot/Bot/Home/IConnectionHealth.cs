namespace PaperBot.Bot.Home;

/// <summary>Whether what people write reaches the bot: over sockets, over HTTP, or in a terminal.</summary>
internal interface IConnectionHealth
{
    /// <returns>In words that go on after "Slack: ".</returns>
    (bool IsWell, string Words) Look();
}
