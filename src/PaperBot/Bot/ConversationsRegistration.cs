using Microsoft.Extensions.DependencyInjection;
using PaperBot.Bot.Assistant;
using PaperBot.Bot.Channels;
using PaperBot.Bot.Decisions;
using PaperBot.Bot.Deliveries;
using PaperBot.Bot.Failures;
using PaperBot.Bot.Mentions;
using PaperBot.Bot.Threads;
using PaperBot.Bot.Withdrawals;
using PaperBot.Slack;
using PaperBot.Slack.Events;

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
        .AddSingleton<FailureNotice>()
        .AddSingleton<WithdrawalStore>()
        .AddSingleton<WithdrawalNotices>();

    /// <summary>Who takes what people say in conversations, and tells them when something went wrong.</summary>
    public static SlackBuilder AddConversations(this SlackBuilder slack) => slack
        .UseFailureHandler<FailureNotice>()
        .RegisterEventHandler<AppMention, MentionHandler>()
        .RegisterEventHandler<MessageEvent, MessageHandler>()
        .RegisterEventHandler<MemberJoinedChannel, Greeting>()
        .RegisterEventHandler<AppHomeOpened, AssistantOpened>()
        .RegisterEventHandler<AssistantThreadStarted, AssistantOpened>();
}
