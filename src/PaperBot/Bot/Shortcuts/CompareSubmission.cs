using PaperBot.Bot.Deliveries;
using PaperBot.Bot.Replies;
using PaperBot.Bot.Requests;
using PaperBot.Retrieval;
using PaperBot.Slack.Dispatch;
using PaperBot.Slack.Interaction;
using PaperBot.Slack.WebApi;

namespace PaperBot.Bot.Shortcuts;

/// <summary>Compares the papers that were chosen in the form, where the person wants it shown.</summary>
internal sealed class CompareSubmission(
    ISlackApiClient slack, Responder responder, ShortcutReplies replies, ReplyDelivery deliveries, PaperStore papers) : IViewSubmissionHandler
{
    public ViewSubmissionResponse Answer(ViewSubmission submission) =>
        CompareModal.Mistakes(submission.View.State) is { Count: > 0 } mistakes
            ? new ViewSubmissionResponse.Errors(mistakes) : new ViewSubmissionResponse.Close();

    public async Task HandleAsync(ViewSubmission submission, Delivery delivery, CancellationToken cancellationToken)
    {
        var state = submission.View.State;
        // A paper that was removed meanwhile is named as it was chosen, and the reply says that it is gone.
        var named = CompareModal.Papers(state).Select(value => PaperOption.Find(value, papers)?.Key.Value ?? value).ToList();
        var request = new BotRequest.Compare(named, CompareModal.Aspects(state));
        var words = $"Compare {string.Join(", ", named)} on {string.Join(", ", request.Aspects)}";
        if (submission.ResponseUrls is not [var target, ..])
        {
            await SendAsync(request, words, submission.User.Id, delivery, cancellationToken).ConfigureAwait(false);
            return;
        }

        var place = new Place(delivery.TeamId, target.ChannelId, Thread: "", submission.User.Id, IsPrivate: false);
        await replies.ShowAsync(
            token => responder.ReplyAsync(request, place, token), place, words, target.ResponseUrl, delivery, cancellationToken)
            .ConfigureAwait(false);
    }

    private async Task SendAsync(BotRequest request, string words, string person, Delivery delivery, CancellationToken cancellationToken)
    {
        var conversation = await slack.Conversations.OpenAsync(person, cancellationToken).ConfigureAwait(false);
        var place = new Place(delivery.TeamId, conversation, "", person, IsPrivate: false);
        await deliveries.SendAsync(
            new Outgoing(delivery.Id, place, Outgoing.Before(delivery.ReceivedAt)),
            async (_, token) => new Made(await responder.ReplyAsync(request, place, token).ConfigureAwait(false), words),
            cancellationToken).ConfigureAwait(false);
    }
}
