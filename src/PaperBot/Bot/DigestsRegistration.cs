using Microsoft.Extensions.DependencyInjection;
using PaperBot.Bot.Digests;
using PaperBot.Bot.Rendering;
using PaperBot.Bot.Shortcuts;
using PaperBot.Digests.Delivery;
using PaperBot.Slack;

namespace PaperBot.Bot;

internal static class DigestsRegistration
{
    public static IServiceCollection AddDigestPosts(this IServiceCollection services) => services
        .AddSingleton<PersonTimeZone>()
        .AddSingleton<SubscriptionRights>()
        .AddSingleton<SubscriptionList>()
        .AddSingleton<SubscriptionDeeds>()
        .AddSingleton<NewSubscriptions>()
        .AddSingleton<SubscriptionReplies>()
        .AddSingleton<SubscribeOpening>()
        .AddSingleton<SubscribeForms>()
        .AddSingleton<DigestThreads>()
        .AddSingleton<DigestChart>()
        .AddSingleton<IDigestPost, DigestPost>();

    /// <summary>Who takes what people do with subscriptions and digests.</summary>
    public static SlackBuilder AddDigestPosts(this SlackBuilder slack) => slack
        .RegisterBlockActionHandler<SubscriptionButtons>(ReplyButtons.Subscribe)
        .RegisterBlockActionHandler<SubscriptionButtons>(ReplyButtons.Preview)
        .RegisterBlockActionHandler<SubscriptionButtons>(ReplyButtons.Edit)
        .RegisterBlockActionHandler<SubscriptionButtons>(ReplyButtons.Pause)
        .RegisterBlockActionHandler<SubscriptionButtons>(ReplyButtons.Resume)
        .RegisterBlockActionHandler<SubscriptionButtons>(ReplyButtons.Remove)
        .RegisterBlockActionHandler<DigestVotes>(ReplyButtons.ThumbsUp)
        .RegisterBlockActionHandler<DigestVotes>(ReplyButtons.ThumbsDown)
        .RegisterBlockActionHandler<DigestVotes>(ReplyButtons.Save)
        .RegisterBlockActionHandler<UnsaveButton>(ReplyButtons.Unsave)
        .RegisterViewSubmissionHandler<SubscribeSubmission>(SubscribeModal.Callback)
        .RegisterBlockOptionProvider<PaperOptions>(SubscribeModal.PapersMenu)
        .RegisterBlockOptionProvider<TimeZoneOptions>(SubscribeModal.ZoneMenu);
}
