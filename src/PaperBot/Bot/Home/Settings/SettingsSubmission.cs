using PaperBot.Bot.Channels;
using PaperBot.Slack.Dispatch;
using PaperBot.Slack.Interaction;
using PaperBot.Slack.WebApi;

namespace PaperBot.Bot.Home.Settings;

/// <summary>Keeps a channel's settings, when the person may change them still, and shows them in App Home.</summary>
internal sealed class SettingsSubmission(ISlackApiClient slack, SettingsRights rights, ChannelSettingsStore settings, HomePublisher home)
    : IViewSubmissionHandler
{
    public ViewSubmissionResponse Answer(ViewSubmission submission) => new ViewSubmissionResponse.Close();

    public async Task HandleAsync(ViewSubmission submission, Delivery delivery, CancellationToken cancellationToken)
    {
        var (person, channel) = (submission.User.Id, submission.View.PrivateMetadata);
        if (channel.Length == 0)
            return;
        if (await rights.ProblemAsync(person, channel, cancellationToken).ConfigureAwait(false) is { } problem)
        {
            await slack.Chat.PostMessageAsync(new Message { Channel = person, Text = problem }, cancellationToken).ConfigureAwait(false);
            return;
        }

        settings.Save(SettingsModal.Read(submission.View, person));
        await home.PublishAsync(person, cancellationToken).ConfigureAwait(false);
    }
}
