using PaperBot.Slack.Dispatch;
using PaperBot.Slack.Events;

namespace PaperBot.Bot.Home;

/// <summary>Shows App Home when a person opens it.</summary>
internal sealed class HomeOpened(HomePublisher home) : IEventHandler<AppHomeOpened>
{
    public Task HandleAsync(AppHomeOpened slackEvent, Delivery delivery, CancellationToken cancellationToken) =>
        slackEvent.Tab == "home" ? home.PublishAsync(slackEvent.User, cancellationToken) : Task.CompletedTask;
}
