using Microsoft.Extensions.DependencyInjection;
using PaperBot.Bot.Deliveries;
using PaperBot.Bot.Replies;
using PaperBot.Settings;

namespace PaperBot.Bot;

internal static class BotRegistration
{
    public static IServiceCollection AddBot(this IServiceCollection services) => services
        .AddSettings<BotOptions>("Bot")
        .AddSingleton<SqliteInbox>()
        .AddReplies()
        .AddConversations();
}
