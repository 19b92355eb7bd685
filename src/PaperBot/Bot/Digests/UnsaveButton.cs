using PaperBot.Bot.Buttons;
using PaperBot.Bot.Rendering;
using PaperBot.Bot.Replies;
using PaperBot.Digests.Feedback;
using PaperBot.Slack.Dispatch;
using PaperBot.Slack.Interaction;
using PaperBot.Slack.WebApi;

namespace PaperBot.Bot.Digests;

/// <summary>Takes a paper off the clicking person's own list, and shows what is left of it.</summary>
internal sealed class UnsaveButton(SavedPapers saved, SubscriptionReplies lists, ReplyStore replies, ISlackApiClient slack) : IBlockActionHandler
{
    public Task HandleAsync(BlockAction action, BlockActionRequest request, Delivery delivery, CancellationToken cancellationToken)
    {
        var click = Click.Of(action, request, delivery);
        if (click.Value is not ButtonValue.OfPaper paper)
            return Task.CompletedTask;
        saved.Remove(click.Place.Person, paper.Key);
        var left = lists.Saved(ReplyId.New(), click.Place.Person);
        // Its BibTeX button asks for the reply.
        replies.Save(left, click.Place with { IsPrivate = true }, request: "", delivery.Id);
        return slack.RespondAsync(
            click.ResponseUrl, new ResponseMessage { Text = left.Text, Blocks = left.Blocks, ReplaceOriginal = true }, cancellationToken);
    }
}
