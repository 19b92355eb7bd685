using PaperBot.Bot.Rendering;
using PaperBot.Bot.Replies;
using PaperBot.Slack.Dispatch;
using PaperBot.Slack.Interaction;

namespace PaperBot.Bot.Buttons;

/// <summary>Thumbs up or down: kept with the reply, and thanked for where only the person sees it.</summary>
internal sealed class FeedbackButton(ReplyStore replies, FeedbackStore feedback, PrivateReplies privately) : IBlockActionHandler
{
    public Task HandleAsync(BlockAction action, BlockActionRequest request, Delivery delivery, CancellationToken cancellationToken)
    {
        var click = Click.Of(action, request, delivery);
        var sentence = GoneText.Reply;
        if (click.Value is ButtonValue.Vote vote && click.Find(replies, vote.Reply) is not null)
        {
            feedback.Vote(vote.Reply, click.Place.Person, vote.IsHelpful);
            sentence = vote.IsHelpful ? "Thank you, good to know."
                : click.Place.IsPrivate ? "Thank you for saying so. What was missing? Ask again with it, and I look further."
                : "Thank you for saying so. What was missing? Tell me in this thread, and I look further.";
        }

        return privately.TellAsync(NoticeReply.Of(ReplyId.New(), sentence), click.Privately, click.ResponseUrl, cancellationToken);
    }
}
