using System.Globalization;
using PaperBot.Bot.Channels;
using PaperBot.Bot.Deliveries;
using PaperBot.Bot.Rendering;
using PaperBot.Bot.Replies;
using PaperBot.Bot.Requests;
using PaperBot.Retrieval;
using PaperBot.Slack.Dispatch;
using PaperBot.Slack.Interaction;
using PaperBot.Slack.WebApi;

namespace PaperBot.Bot.Shortcuts;

/// <summary>Compares the papers that were chosen in the form, where the person wants it shown.</summary>
internal sealed class CompareSubmission(
    ISlackApiClient slack, Responder responder, ReplyStore replies, ReplyDelivery deliveries, ChannelSettingsStore channels, PaperStore papers) : IViewSubmissionHandler
{
    private static readonly TimeSpan ClockSkew = TimeSpan.FromMinutes(5);

    public ViewSubmissionResponse Answer(ViewSubmission submission) =>
        CompareModal.Mistakes(submission.View.State) is { Count: > 0 } mistakes ? new ViewSubmissionResponse.Errors(mistakes) : new ViewSubmissionResponse.Close();

    public async Task HandleAsync(ViewSubmission submission, Delivery delivery, CancellationToken cancellationToken)
    {
        var state = submission.View.State;
        // A paper that was removed meanwhile is named as it was chosen, and the reply says that it is gone.
        var named = CompareModal.Papers(state).Select(value => PaperOption.Find(value, papers)?.Key.Value ?? value).ToList();
        var request = new BotRequest.Compare(named, CompareModal.Aspects(state));
        var typed = $"Compare {string.Join(", ", named)} on {string.Join(", ", request.Aspects)}";
        if (submission.ResponseUrls is [var target, ..])
            await ShowAsync(request, typed, new Place(delivery.TeamId, target.ChannelId, "", submission.User.Id, IsPrivate: false), target.ResponseUrl, delivery, cancellationToken).ConfigureAwait(false);
        else
            await SendAsync(request, typed, submission.User.Id, delivery, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>To everybody in a conversation, which the bot need not be in.</summary>
    private async Task ShowAsync(BotRequest request, string typed, Place place, string responseUrl, Delivery delivery, CancellationToken cancellationToken)
    {
        if (channels.Find(place.Channel) is var settings && !settings.MayAsk(place.Person))
        {
            await slack.RespondAsync(responseUrl, new ResponseMessage { Text = NotAllowedText.Of(settings) }, cancellationToken).ConfigureAwait(false);
            return;
        }

        var saved = replies.FindByDelivery(delivery.Id);
        if (saved is { State: ReplyState.Sent })
            return;
        var reply = saved?.Reply;
        if (reply is null)
        {
            reply = await responder.ReplyAsync(request, place, cancellationToken).ConfigureAwait(false);
            replies.Save(reply, place, typed, delivery.Id);
        }

        var asker = $"Asked for by <@{place.Person}>";
        await slack.RespondAsync(
            responseUrl,
            new ResponseMessage
            {
                Text = $"{asker}\n{reply.Text}",
                Blocks = [.. Lines.Small(asker), .. reply.Blocks],
                // What went wrong concerns the person alone.
                ResponseType = reply.IsShareable ? "in_channel" : "ephemeral",
            },
            cancellationToken).ConfigureAwait(false);
        replies.SetMessage(reply.Id, message: "");
    }

    private async Task SendAsync(BotRequest request, string typed, string person, Delivery delivery, CancellationToken cancellationToken)
    {
        var conversation = await slack.Conversations.OpenAsync(person, cancellationToken).ConfigureAwait(false);
        var place = new Place(delivery.TeamId, conversation, "", person, IsPrivate: false);
        // No message asked; what the comparison is looked for behind is the click, by a clock that need not be Slack's.
        var before = (delivery.ReceivedAt - ClockSkew).ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture) + ".000000";
        await deliveries.SendAsync(
            new Outgoing(delivery.Id, place, typed, before), token => responder.ReplyAsync(request, place, token), cancellationToken).ConfigureAwait(false);
    }
}
