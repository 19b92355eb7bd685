using PaperBot.Bot.Channels;
using PaperBot.Bot.Decisions;
using PaperBot.Bot.Rendering;
using PaperBot.Bot.Replies;
using PaperBot.Bot.Requests;
using PaperBot.Slack.Blocks;
using PaperBot.Slack.Dispatch;
using PaperBot.Slack.WebApi;

namespace PaperBot.Bot.Shortcuts;

/// <summary>Says what a shortcut asked for, through the address that came with it: also where the bot is no member.</summary>
internal sealed class ShortcutReplies(ISlackApiClient slack, ReplyStore replies, ChannelSettingsStore channels, DecisionStore decisions)
{
    /// <summary>Makes the reply, keeps it and shows it: to the person alone in a private place, else to everybody there.</summary>
    /// <param name="make">Makes the reply, where there is none from before.</param>
    /// <param name="words">What was asked, in words; empty keeps it out of the person's questions.</param>
    public async Task ShowAsync(
        Func<CancellationToken, Task<Reply>> make, Place place, string words, string responseUrl, Delivery delivery,
        CancellationToken cancellationToken)
    {
        if (channels.Find(place.Channel) is var settings && !settings.MayAsk(place.Person))
        {
            var notAllowed = NotAllowedText.Of(settings);
            decisions.Note(place.Person, place.Channel, message: "", DecisionOutcome.NotAllowed, notAllowed);
            await slack.RespondAsync(responseUrl, new ResponseMessage { Text = notAllowed }, cancellationToken).ConfigureAwait(false);
            return;
        }

        var saved = await replies.FindOrMakeAsync(delivery.Id, place, async token => new Made(await make(token), words), cancellationToken).ConfigureAwait(false);
        if (saved.State is ReplyState.Sent)
            return;
        var message = place.IsPrivate ? ToPerson(saved.Reply, place) : ToAll(saved.Reply, place);
        await slack.RespondAsync(responseUrl, message, cancellationToken).ConfigureAwait(false);
        replies.SetMessage(saved.Reply.Id, message: "");
    }

    private static ResponseMessage ToPerson(Reply reply, Place place) => new()
    {
        Text = reply.Text,
        Blocks = [.. reply.Blocks, .. ReplyButtons.ShareRow(reply, place)],
        ThreadTs = place.ThreadTs,
    };

    // What went wrong concerns the person alone.
    private static ResponseMessage ToAll(Reply reply, Place place) => reply.IsShareable
        ? new ResponseMessage
        {
            Text = $"Asked for by <@{place.Person}>\n{reply.Text}",
            Blocks = [.. Lines.Small($"Asked for by <@{place.Person}>"), .. reply.Blocks],
            ResponseType = "in_channel",
        }
        : new ResponseMessage { Text = reply.Text, Blocks = reply.Blocks };
}
