using PaperBot.Bot.Buttons;
using PaperBot.Bot.Deliveries;
using PaperBot.Bot.Home;
using PaperBot.Bot.Rendering;
using PaperBot.Bot.Replies;
using PaperBot.Bot.Requests;
using PaperBot.Digests.Subscriptions;
using PaperBot.Slack.Dispatch;
using PaperBot.Slack.Interaction;
using PaperBot.Slack.WebApi;

namespace PaperBot.Bot.Digests;

/// <summary>The buttons of a subscription, and the one that opens the form for a new one. What changes is shown where it was clicked.</summary>
internal sealed class SubscriptionButtons(
    SubscriptionStore store, SubscriptionDeeds deeds, SubscriptionRights rights, SubscriptionReplies lists, SubscribeOpening opening, PrivateReplies privately,
    ReplyDelivery deliver, HomePublisher home, ISlackApiClient slack) : IBlockActionHandler
{
    public async Task HandleAsync(BlockAction action, BlockActionRequest request, Delivery delivery, CancellationToken cancellationToken)
    {
        var click = Click.Of(action, request, delivery);
        if (click.Action == ReplyButtons.Subscribe)
        {
            await opening.OpenNewAsync(request.TriggerId, click.Place, cancellationToken).ConfigureAwait(false);
            return;
        }

        if (click.Value is not ButtonValue.OfSubscription of || store.Find(of.Id) is not { } subscription || !SubscriptionRights.MaySee(subscription, click.Place))
            await TellAsync(click, NoticeReply.Of(ReplyId.New(), SubscriptionDeeds.Gone), delivery, cancellationToken);
        else if (click.Action == ReplyButtons.Edit)
            await EditAsync(click, subscription, request.TriggerId, delivery, cancellationToken);
        else
            await DoAsync(click, Deed(click.Action), subscription, delivery, cancellationToken);
    }

    private static SubscriptionDeed Deed(string action) => action switch
    {
        ReplyButtons.Pause => SubscriptionDeed.Pause,
        ReplyButtons.Resume => SubscriptionDeed.Resume,
        ReplyButtons.Remove => SubscriptionDeed.Remove,
        _ => SubscriptionDeed.Preview,
    };

    private async Task EditAsync(Click click, Subscription subscription, string trigger, Delivery delivery, CancellationToken cancellationToken)
    {
        if (await rights.ProblemAsync(click.Place.Person, subscription, cancellationToken) is { } problem)
            await TellAsync(click, NoticeReply.Of(ReplyId.New(), problem), delivery, cancellationToken);
        else
            await opening.OpenAsync(trigger, click.Place.Person, subscription, cancellationToken);
    }

    private async Task DoAsync(Click click, SubscriptionDeed deed, Subscription subscription, Delivery delivery, CancellationToken cancellationToken)
    {
        var reply = await deeds.DoAsync(ReplyId.New(), deed, subscription, click.Place, delivery.Id, cancellationToken).ConfigureAwait(false);
        var isDone = deed != SubscriptionDeed.Preview && (await rights.ProblemAsync(click.Place.Person, subscription, cancellationToken).ConfigureAwait(false)) is null;
        if (!isDone)
        {
            await TellAsync(click, reply, delivery, cancellationToken).ConfigureAwait(false);
        }
        else if (click.ResponseUrl.Length == 0)
        {
            await home.PublishAsync(click.Place.Person, cancellationToken).ConfigureAwait(false);
        }
        else
        {
            // What was clicked tells what was; it gives way to what is.
            var now = click.Value is ButtonValue.OfSubscription { IsListed: true } ? lists.List(ReplyId.New(), click.Place) : reply;
            await slack.RespondAsync(
                click.ResponseUrl, new ResponseMessage { Text = now.Text, Blocks = now.Blocks, ReplaceOriginal = true, ResponseType = click.Place.IsPrivate ? "ephemeral" : "in_channel" },
                cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>Tells the person alone: where they clicked, or in direct messages when that was in App Home.</summary>
    private async Task TellAsync(Click click, Reply reply, Delivery delivery, CancellationToken cancellationToken)
    {
        if (click.ResponseUrl.Length > 0)
        {
            await privately.TellAsync(reply, click.Privately, click.ResponseUrl, cancellationToken).ConfigureAwait(false);
            return;
        }

        var direct = await slack.Conversations.OpenAsync(click.Place.Person, cancellationToken).ConfigureAwait(false);
        var place = click.Place with { Channel = direct, Thread = "" };
        await deliver.SendAsync(
            new Outgoing(delivery.Id, place, Outgoing.Before(delivery.ReceivedAt)), (_, _) => Task.FromResult(new Made(reply, "")), cancellationToken).ConfigureAwait(false);
    }
}
