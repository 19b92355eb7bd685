using PaperBot.Bot.Rendering;
using PaperBot.Bot.Replies;
using PaperBot.Retrieval;
using PaperBot.Slack.Dispatch;
using PaperBot.Slack.Interaction;

namespace PaperBot.Bot.Buttons;

/// <summary>Shows a person the quotes that a reply rests on.</summary>
internal sealed class QuotesButton(ReplyStore replies, PaperStore papers, PrivateReplies privately) : IBlockActionHandler
{
    public Task HandleAsync(BlockAction action, BlockActionRequest request, Delivery delivery, CancellationToken cancellationToken)
    {
        var click = Click.Of(action, request, delivery);
        var shown = click.Value is ButtonValue.OfReply of && click.Find(replies, of.Id) is { } saved
            ? QuotesReply.Of(ReplyId.New(), saved.Reply, papers.Find)
            : NoticeReply.Of(ReplyId.New(), GoneText.Reply);
        return privately.TellAsync(shown, click.Privately, click.ResponseUrl, cancellationToken);
    }
}
