using PaperBot.Bot.Rendering;
using PaperBot.Bot.Requests;
using PaperBot.Slack.Blocks;
using PaperBot.Slack.Dispatch;
using PaperBot.Slack.WebApi;

namespace PaperBot.Bot.Replies;

/// <summary>Says something to one person, through the address that came with their command or click.</summary>
internal sealed class PrivateReplies(Responder responder, ReplyStore replies, ISlackApiClient slack, TimeProvider time)
{
    // Sooner, a line that goes away again only flickers.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);

    private const int LongestRequest = 300;

    /// <summary>Makes the reply, keeps it and shows it. When it was made before and the process ended, it is shown as it was made.</summary>
    /// <param name="typed">What was asked, in words; empty when a click asked.</param>
    public async Task ReplyAsync(
        BotRequest request, Place place, string typed, string responseUrl, Delivery delivery, bool canShare, CancellationToken cancellationToken)
    {
        var told = false;
        var saved = replies.FindByDelivery(delivery.Id);
        if (saved is { State: ReplyState.Sent })
            return;
        var reply = saved?.Reply;
        if (reply is null)
        {
            // On a thread of its own, for the work is mostly computing: it would be over before anyone could look at the clock.
            var replying = Task.Run(() => responder.ReplyAsync(request, place, cancellationToken), cancellationToken);
            told = await TellWhenLateAsync(replying, responseUrl, place, cancellationToken).ConfigureAwait(false);
            reply = await replying.ConfigureAwait(false);
            replies.Save(reply, place, typed, delivery.Id);
        }

        await ShowAsync(reply, place, typed, responseUrl, canShare, told, cancellationToken).ConfigureAwait(false);
        replies.SetMessage(reply.Id, message: "");
    }

    /// <summary>Shows what needs no keeping.</summary>
    public Task TellAsync(Reply reply, Place place, string responseUrl, CancellationToken cancellationToken) =>
        ShowAsync(reply, place, "", responseUrl, canShare: false, replace: false, cancellationToken);

    /// <summary>Puts a sentence in the place of the message that was clicked.</summary>
    public Task ReplaceAsync(string sentence, string responseUrl, CancellationToken cancellationToken) =>
        slack.RespondAsync(responseUrl, new ResponseMessage { Text = sentence, ReplaceOriginal = true }, cancellationToken);

    private async Task<bool> TellWhenLateAsync(Task replying, string responseUrl, Place place, CancellationToken cancellationToken)
    {
        using var waiting = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var late = Task.Delay(Patience, time, waiting.Token);
        if (await Task.WhenAny(replying, late).ConfigureAwait(false) == replying || cancellationToken.IsCancellationRequested)
        {
            await waiting.CancelAsync().ConfigureAwait(false);
            return false;
        }

        try
        {
            await slack.RespondAsync(responseUrl, new ResponseMessage { Text = "Looking through the library…", ReplaceOriginal = false, ThreadTs = Thread(place) }, cancellationToken)
                .ConfigureAwait(false);
            return true;
        }
        catch (PaperBot.Slack.SlackException)
        {
            // Only a courtesy; the reply itself tells whether the address still works.
            return false;
        }
    }

    private async Task ShowAsync(
        Reply reply, Place place, string typed, string responseUrl, bool canShare, bool replace, CancellationToken cancellationToken)
    {
        if (reply.File is { } file)
        {
            var conversation = await slack.Conversations.OpenAsync(place.Person, cancellationToken).ConfigureAwait(false);
            await slack.Files.UploadAsync(file.ToUpload(conversation, thread: null), cancellationToken).ConfigureAwait(false);
        }

        var asked = SafeText.Mrkdwn(typed, LongestRequest);
        await slack.RespondAsync(
            responseUrl,
            new ResponseMessage
            {
                Text = asked.Length > 0 ? $"You asked: {asked}\n{reply.Text}" : reply.Text,
                Blocks =
                [
                    .. Lines.Small(asked.Length > 0 ? $"You asked: {asked}" : ""), .. reply.Blocks,
                    .. canShare && reply.IsShareable ? [ReplyButtons.Row(ReplyButtons.Of(ReplyButtons.Share, "Share with channel", new ButtonValue.OfReply(reply.Id)))] : Array.Empty<Block>(),
                ],
                ReplaceOriginal = replace,
                ThreadTs = Thread(place),
            },
            cancellationToken).ConfigureAwait(false);
    }

    private static string? Thread(Place place) => place.Thread.Length > 0 ? place.Thread : null;
}
