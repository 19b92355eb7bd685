using System.Globalization;
using PaperBot.Bot.Assistant;
using PaperBot.Bot.Deliveries;
using PaperBot.Bot.Rendering;
using PaperBot.Bot.Replies;
using PaperBot.Bot.Requests;
using PaperBot.Slack.Dispatch;
using PaperBot.Slack.Events;

namespace PaperBot.Bot.Channels;

/// <summary>Says hello when the bot comes into a channel, once for each channel.</summary>
internal sealed class Greeting(BotIdentity identity, ReplyDelivery delivery, ExamplePrompts examples) : IEventHandler<MemberJoinedChannel>
{
    public async Task HandleAsync(MemberJoinedChannel slackEvent, Delivery told, CancellationToken cancellationToken)
    {
        var self = await identity.GetAsync(cancellationToken);
        if (slackEvent.User != self.UserId)
            return;
        // By Slack's clock or by ours: an earlier greeting cannot be further back.
        var since = string.Create(CultureInfo.InvariantCulture, $"{told.ReceivedAt.AddMinutes(-1).ToUnixTimeSeconds()}.000000");
        await delivery.SendAsync(
            new Outgoing($"hello:{slackEvent.Channel}", new Place(told.TeamId, slackEvent.Channel, "", "", IsPrivate: false), since),
            async (_, token) =>
            {
                var example = await examples.QuestionAsync(token);
                return new Made(
                    NoticeReply.Of(
                        ReplyId.New(),
                        "Hello! I answer questions from the papers in our library, each sentence with its source; mention me and ask.",
                        example is null ? $"For example: <@{self.UserId}> help" : $"For example: <@{self.UserId}> {SafeText.Mrkdwn(example, 200)}"),
                    "");
            },
            cancellationToken);
    }
}
