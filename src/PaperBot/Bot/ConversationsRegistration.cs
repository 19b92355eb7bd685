using Microsoft.Extensions.DependencyInjection;
using PaperBot.Bot.Assistant;
using PaperBot.Bot.Channels;
using PaperBot.Bot.Decisions;
using PaperBot.Bot.Deliveries;
using PaperBot.Bot.Failures;
using PaperBot.Bot.Mentions;
using PaperBot.Bot.Threads;

namespace PaperBot.Bot;

internal static class ConversationsRegistration
{
    public static IServiceCollection AddConversations(this IServiceCollection services) => services
        .AddSingleton<BotIdentity>()
        .AddSingleton<ChannelSettingsStore>()
        .AddSingleton<DecisionStore>()
        .AddSingleton<ThreadStore>()
        .AddSingleton<ThreadReading>()
        .AddSingleton<EarlierMessages>()
        .AddSingleton<ReplyStream>()
        .AddSingleton<StreamedStatements>()
        .AddSingleton<ReplyDelivery>()
        .AddSingleton<PrivateNotice>()
        .AddSingleton<Decoration>()
        .AddSingleton<ExamplePrompts>()
        .AddSingleton<SpokenRequests>()
        .AddSingleton<Listening>()
        .AddSingleton<Conversation>()
        .AddSingleton<FailureNotice>();
}
