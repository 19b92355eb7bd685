using PaperBot.Slack.Dispatch;
using PaperBot.Slack.Events;

namespace PaperBot.Bot.Shares;

/// <summary>Notes where people name papers, so that it can be said that one was discussed before.</summary>
internal sealed class ShareRecorder(ShareStore shares) : IEventHandler<MessageEvent>
{
    public Task HandleAsync(MessageEvent slackEvent, Delivery delivery, CancellationToken cancellationToken)
    {
        if (slackEvent is { Subtype: "message_deleted", DeletedTs: { } deleted })
            shares.Forget(slackEvent.Channel, deleted);
        else if (slackEvent is { BotId: null, User: { } person, Subtype: null or "file_share" or "thread_broadcast" })
        {
            var message = SharedIn.Of(slackEvent.Channel, slackEvent.Ts, slackEvent.ThreadTs);
            if (message.IsInChannel)
                shares.Record(message, person, NamedPapers.In(slackEvent.Text));
        }

        return Task.CompletedTask;
    }
}
