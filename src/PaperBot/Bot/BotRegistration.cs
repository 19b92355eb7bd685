using Microsoft.Extensions.DependencyInjection;
using PaperBot.Bot.Buttons;
using PaperBot.Bot.Commands;
using PaperBot.Bot.Deliveries;
using PaperBot.Bot.Replies;
using PaperBot.Settings;
using PaperBot.Slack;

namespace PaperBot.Bot;

internal static class BotRegistration
{
    public static IServiceCollection AddBot(this IServiceCollection services) => services
        .AddSettings<BotOptions>("Bot")
        .AddSingleton<SqliteInbox>()
        .AddReplies()
        .AddConversations()
        .AddDigestPosts()
        .AddHome();

    /// <summary>Registers what the bot does about what people do.</summary>
    public static SlackBuilder AddBot(this SlackBuilder slack) => slack
        .UseInbox<SqliteInbox>()
        .AddCommands()
        .AddButtons()
        .AddConversations()
        .AddDigestPosts()
        .AddHome();
}
