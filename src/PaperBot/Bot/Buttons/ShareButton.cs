using PaperBot.Bot.Deliveries;
using PaperBot.Bot.Rendering;
using PaperBot.Bot.Replies;
using PaperBot.Bot.Threads;
using PaperBot.Slack.Dispatch;
using PaperBot.Slack.Interaction;

namespace PaperBot.Bot.Buttons;

/// <summary>Posts a private reply where it was asked, in the name of who asked, and tells them so in its place.</summary>
internal sealed class ShareButton(
    ReplyStore replies, ReplyDelivery deliver, PrivateReplies privately, ThreadStore threads, BotIdentity identity) : IBlockActionHandler
{
    public async Task HandleAsync(BlockAction action, BlockActionRequest request, Delivery delivery, CancellationToken cancellationToken)
    {
        var click = Click.Of(action, request, delivery);
        if (click.Value is not ButtonValue.OfReply of || click.Find(replies, of.Id) is not { Place.IsPrivate: true, Reply.IsShareable: true } saved)
        {
            await privately.TellAsync(NoticeReply.Of(ReplyId.New(), GoneText.Reply), click.Privately, click.ResponseUrl, cancellationToken);
            return;
        }

        // Where it was asked, whatever the click says; the reply's own id as the delivery, so that it is shared once however often it is clicked.
        var place = saved.Place with { Team = delivery.TeamId, IsPrivate = false };
        var outgoing = new Outgoing($"share:{saved.Reply.Id}", place, Outgoing.Before(saved.At));
        var made = new Made(SharedReply.Of(ReplyId.New(), saved), saved.Request);
        switch (await deliver.SendAsync(outgoing, (_, _) => Task.FromResult(made), cancellationToken))
        {
            case Sent.Delivered delivered:
                if (place.Thread.Length == 0 && replies.Find(delivered.Reply.Id) is { Message.Length: > 0 } shared)
                {
                    // What is asked under it goes on from it.
                    replies.SetThread(shared.Reply.Id, shared.Message);
                    threads.Join(place.Channel, shared.Message);
                }

                await privately.ReplaceAsync("Shared.", click.ResponseUrl, cancellationToken);
                break;
            case Sent.Unreachable unreachable:
                var sentence = await WhyNotAsync(unreachable.Code, cancellationToken);
                await privately.TellAsync(NoticeReply.Of(ReplyId.New(), sentence), click.Privately, click.ResponseUrl, cancellationToken);
                break;
        }
    }

    private async Task<string> WhyNotAsync(string code, CancellationToken cancellationToken)
    {
        if (code is "is_archived")
            return "This channel is archived, so nobody can write in it.";
        if (code.StartsWith("restricted_action", StringComparison.Ordinal))
            return "I may not write in this channel; its managers decide who may.";
        var self = await identity.GetAsync(cancellationToken);
        return $"I am not in this channel, so I cannot write here. Type `/invite` <@{self.UserId}> and press Share again.";
    }
}
