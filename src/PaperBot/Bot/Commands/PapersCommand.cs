using PaperBot.Bot.Replies;
using PaperBot.Bot.Requests;
using PaperBot.Slack.Dispatch;
using PaperBot.Slack.Interaction;

namespace PaperBot.Bot.Commands;

/// <summary>The slash command: what stands behind it is a request, and only the person who typed it sees the reply.</summary>
internal sealed class PapersCommand(PrivateReplies replies) : ISlashCommandHandler
{
    public Task HandleAsync(SlashCommand command, Delivery delivery, CancellationToken cancellationToken) => replies.ReplyAsync(
        RequestReader.Read(command.Text),
        new Place(command.TeamId, command.ChannelId, Thread: "", command.UserId, IsPrivate: true),
        TypedText.Read(command.Text),
        command.ResponseUrl,
        delivery,
        // There is nobody to share with.
        canShare: command.ChannelName != "directmessage",
        cancellationToken);
}
