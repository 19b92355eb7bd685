using Microsoft.Extensions.DependencyInjection;
using PaperBot.Bot.Home;
using PaperBot.Bot.Home.Settings;
using PaperBot.Bot.Rendering;
using PaperBot.Bot.Shares;
using PaperBot.Bot.Shortcuts;
using PaperBot.Bot.Unfurls;
using PaperBot.Slack;
using PaperBot.Slack.Events;

namespace PaperBot.Bot;

internal static class HomeRegistration
{
    public static IServiceCollection AddHome(this IServiceCollection services) => services
        .AddSingleton<ShareStore>()
        .AddSingleton<ModalOpening>()
        .AddSingleton<ShortcutReplies>()
        .AddSingleton<SettingsRights>()
        .AddSingleton<HomePublisher>();

    /// <summary>Who takes what people do besides talking: links, shortcuts, forms and App Home.</summary>
    public static SlackBuilder AddHome(this SlackBuilder slack) => slack
        .RegisterEventHandler<MessageEvent, ShareRecorder>()
        .RegisterEventHandler<LinkShared, LinkUnfurls>()
        .RegisterEventHandler<AppHomeOpened, HomeOpened>()
        .RegisterMessageShortcutHandler<SummarizeShortcut>(SummarizeShortcut.Callback)
        .RegisterGlobalShortcutHandler<CompareShortcut>(CompareModal.Callback)
        .RegisterBlockActionHandler<CompareButton>(ReplyButtons.Compare)
        .RegisterViewSubmissionHandler<CompareSubmission>(CompareModal.Callback)
        .RegisterBlockOptionProvider<PaperOptions>(CompareModal.PapersMenu)
        .RegisterBlockActionHandler<HomeButtons>(HomePage.CompareButton)
        .RegisterBlockActionHandler<HomeButtons>(HomePage.SettingsButton)
        .RegisterBlockActionHandler<HomeButtons>(HomePage.RefreshButton)
        .RegisterBlockActionHandler<ChannelChosen>(SettingsModal.ChannelMenu)
        .RegisterViewSubmissionHandler<SettingsSubmission>(SettingsModal.Callback);
}
