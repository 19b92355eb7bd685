using PaperBot.Bot.Buttons;
using PaperBot.Bot.Rendering;
using PaperBot.Bot.Replies;
using PaperBot.Papers;
using PaperBot.Retrieval;
using PaperBot.Slack.Dispatch;
using PaperBot.Slack.Interaction;

namespace PaperBot.Bot.Shortcuts;

/// <summary>The button "Compare…": opens the form with the papers of a reply, or with one paper, chosen.</summary>
internal sealed class CompareButton(ModalOpening opening, ReplyStore replies, PaperStore papers) : IBlockActionHandler
{
    public Task HandleAsync(BlockAction action, BlockActionRequest request, Delivery delivery, CancellationToken cancellationToken)
    {
        var click = Click.Of(action, request, delivery);
        IReadOnlyList<PaperKey> named = click.Value switch
        {
            ButtonValue.OfPaper one => [one.Key],
            ButtonValue.OfReply of when click.Find(replies, of.Id) is { } saved => saved.Reply.Papers,
            // The reply is gone; the form can still be filled in.
            _ => [],
        };
        var form = CompareModal.Of([.. named.Select(papers.Find).OfType<Paper>()]);
        return opening.OpenAsync(request.TriggerId, request.User.Id, form, cancellationToken);
    }
}
