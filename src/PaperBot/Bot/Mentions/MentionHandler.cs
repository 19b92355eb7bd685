using PaperBot.Slack.Dispatch;
using PaperBot.Slack.Events;

namespace PaperBot.Bot.Mentions;

/// <summary>A message that names the bot. The same message comes as a <see cref="MessageEvent"/> too; the first of the two is answered.</summary>
internal sealed class MentionHandler(Conversation conversation, BotIdentity identity) : IEventHandler<AppMention>
{
    public async Task HandleAsync(AppMention slackEvent, Delivery delivery, CancellationToken cancellationToken)
    {
        var self = await identity.GetAsync(cancellationToken);
        if (Heard.From(slackEvent, delivery, self.UserId) is { } heard)
            await conversation.HearAsync(heard, cancellationToken);
    }
}
