using PaperBot.Bot.Channels;
using PaperBot.Retrieval;
using PaperBot.Slack.Dispatch;
using PaperBot.Slack.Interaction;
using PaperBot.Slack.WebApi;

namespace PaperBot.Bot.Home.Settings;

/// <summary>Shows what is set in the channel that was chosen, to those who may change it.</summary>
internal sealed class ChannelChosen(ISlackApiClient slack, SettingsRights rights, ChannelSettingsStore settings, PaperStore papers)
    : IBlockActionHandler
{
    private const int OfferedCategories = 100;

    public async Task HandleAsync(BlockAction action, BlockActionRequest request, Delivery delivery, CancellationToken cancellationToken)
    {
        if (request.View is not { } view || action.SelectedConversation is not { Length: > 0 } channel)
            return;
        var problem = await rights.ProblemAsync(request.User.Id, channel, cancellationToken).ConfigureAwait(false);
        var next = problem is null
            ? SettingsModal.Of(settings.Find(channel), papers.Categories(OfferedCategories))
            : SettingsModal.Choose(channel, problem);
        await slack.Views.UpdateAsync(view.Id, next, cancellationToken).ConfigureAwait(false);
    }
}
