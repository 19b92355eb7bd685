using PaperBot.Bot.Channels;
using PaperBot.Bot.Decisions;
using PaperBot.Bot.Digests;
using PaperBot.Bot.Rendering;
using PaperBot.Bot.Replies;
using PaperBot.Bot.Requests;
using PaperBot.Slack;
using PaperBot.Slack.Dispatch;
using PaperBot.Slack.Interaction;

namespace PaperBot.Bot.Commands;

/// <summary>The slash command: what stands behind it is a request, and only the person who typed it sees the reply.</summary>
internal sealed class PapersCommand(PrivateReplies replies, ChannelSettingsStore channels, DecisionStore decisions, SubscribeForms forms) : ISlashCommandHandler
{
    // App Home shows what was asked; a pasted library is no question.
    private const int LongestKept = 1_000;

    public async Task HandleAsync(SlashCommand command, Delivery delivery, CancellationToken cancellationToken)
    {
        var place = new Place(command.TeamId, command.ChannelId, Thread: "", command.UserId, IsPrivate: true);
        var settings = channels.Find(command.ChannelId);
        if (!settings.MayAsk(command.UserId))
        {
            var notAllowed = NotAllowedText.Of(settings);
            decisions.Note(command.UserId, command.ChannelId, message: "", DecisionOutcome.NotAllowed, notAllowed);
            await replies.TellAsync(NoticeReply.Of(ReplyId.New(), notAllowed), place, command.ResponseUrl, cancellationToken);
            return;
        }

        var request = RequestReader.Read(command.Text);
        if (await forms.OpenAsync(request, command.TriggerId, place, cancellationToken))
            return;
        if (request is BotRequest.ChangeSubscription change)
            request = change with { Id = delivery.Id };
        var words = SlackText.Shorten(TypedText.Read(command.Text), LongestKept);
        var asked = new PrivateRequest(request, place, words, command.ResponseUrl, delivery.Id, IsTyped: true);
        await replies.ReplyAsync(asked, cancellationToken);
    }
}
