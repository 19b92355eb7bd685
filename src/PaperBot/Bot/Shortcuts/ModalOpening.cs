using Microsoft.Extensions.Logging;
using PaperBot.Slack;
using PaperBot.Slack.Blocks;
using PaperBot.Slack.WebApi;

namespace PaperBot.Bot.Shortcuts;

/// <summary>Opens a form for what a person clicked, or tells them that it was too late.</summary>
internal sealed class ModalOpening(ISlackApiClient slack, ILogger<ModalOpening> log)
{
    public async Task OpenAsync(string trigger, string person, ModalView view, CancellationToken cancellationToken)
    {
        try
        {
            await slack.Views.OpenAsync(trigger, view, cancellationToken).ConfigureAwait(false);
        }
        catch (SlackException e) when (e.ErrorCode is "expired_trigger_id" or "trigger_expired" or "exchanged_trigger_id" or "trigger_exchanged")
        {
            // A click is good for three seconds; one that was handled again after a restart is older.
            Log.TooLateToOpen(log, e.ErrorCode);
            var sorry = new Message { Channel = person, Text = $"I was too slow to open “{view.Title.Text}”, sorry. Please click once more." };
            await slack.Chat.PostMessageAsync(sorry, cancellationToken).ConfigureAwait(false);
        }
    }
}
