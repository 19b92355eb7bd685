using PaperBot.Slack.Dispatch;
using PaperBot.Slack.Interaction;

namespace PaperBot.Bot.Shortcuts;

/// <summary>The shortcut "Compare papers": opens the form, and nothing before it, since Slack waits three seconds.</summary>
internal sealed class CompareShortcut(ModalOpening opening) : IGlobalShortcutHandler
{
    public Task HandleAsync(GlobalShortcut shortcut, Delivery delivery, CancellationToken cancellationToken) =>
        opening.OpenAsync(shortcut.TriggerId, shortcut.User.Id, CompareModal.Of([]), cancellationToken);
}
