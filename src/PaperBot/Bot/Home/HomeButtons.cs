using PaperBot.Bot.Home.Settings;
using PaperBot.Bot.Shortcuts;
using PaperBot.Slack.Dispatch;
using PaperBot.Slack.Interaction;

namespace PaperBot.Bot.Home;

/// <summary>The buttons of App Home.</summary>
internal sealed class HomeButtons(HomePublisher home, ModalOpening opening) : IBlockActionHandler
{
    public Task HandleAsync(BlockAction action, BlockActionRequest request, Delivery delivery, CancellationToken cancellationToken) =>
        action.ActionId switch
        {
            HomePage.CompareButton => opening.OpenAsync(request.TriggerId, request.User.Id, CompareModal.Of([]), cancellationToken),
            HomePage.SettingsButton => opening.OpenAsync(request.TriggerId, request.User.Id, SettingsModal.Choose(), cancellationToken),
            _ => home.PublishAsync(request.User.Id, cancellationToken),
        };
}
