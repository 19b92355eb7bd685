using PaperBot.Slack.Dispatch;
using PaperBot.Slack.Events;

namespace PaperBot.Bot.Mentions;

/// <summary>Any message: to the bot alone, in a thread that it takes part in, or in a channel where it only listens.</summary>
internal sealed class MessageHandler(Conversation conversation, BotIdentity identity) : IEventHandler<MessageEvent>
{
    public async Task HandleAsync(MessageEvent slackEvent, Delivery delivery, CancellationToken cancellationToken)
    {
        // Most messages of a busy workspace end here, the bot's own among them.
        if (slackEvent is { BotId: not null } or { User: null } or { Subtype: not (null or "file_share" or "thread_broadcast") })
            return;
        var self = await identity.GetAsync(cancellationToken);
        if (Heard.From(slackEvent, delivery, self.UserId) is { } heard)
            await conversation.HearAsync(heard, cancellationToken);
    }
}
