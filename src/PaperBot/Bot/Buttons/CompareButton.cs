using PaperBot.Bot.Rendering;
using PaperBot.Bot.Replies;
using PaperBot.Bot.Shortcuts;
using PaperBot.Papers;
using PaperBot.Retrieval;
using PaperBot.Slack.Dispatch;
using PaperBot.Slack.Interaction;

namespace PaperBot.Bot.Buttons;

/// <summary>Opens the form that compares papers, with those of the reply chosen.</summary>
internal sealed class CompareButton(ReplyStore replies, PaperStore papers, ModalOpening opening, PrivateReplies privately) : IBlockActionHandler
{
    public Task HandleAsync(BlockAction action, BlockActionRequest request, Delivery delivery, CancellationToken cancellationToken)
    {
        var click = Click.Of(action, request, delivery);
        return click.Value is ButtonValue.OfReply of && click.Find(replies, of.Id) is { } saved
            ? opening.OpenAsync(request.TriggerId, request.User.Id, CompareModal.Of([.. saved.Reply.Papers.Select(papers.Find).OfType<Paper>()]), cancellationToken)
            : privately.TellAsync(NoticeReply.Of(ReplyId.New(), GoneText.Reply), click.Privately, click.ResponseUrl, cancellationToken);
    }
}
