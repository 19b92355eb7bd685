using PaperBot.Slack.Dispatch;
using PaperBot.Slack.Events;

namespace PaperBot.Bot.Assistant;

/// <summary>Offers things to ask when a person opens the conversation with the bot, in either of Slack's two surfaces for it.</summary>
internal sealed class AssistantOpened(Decoration decoration, ExamplePrompts prompts)
    : IEventHandler<AppHomeOpened>, IEventHandler<AssistantThreadStarted>
{
    public async Task HandleAsync(AppHomeOpened slackEvent, Delivery delivery, CancellationToken cancellationToken)
    {
        // With agent_view there is no thread yet, and naming one would fail without a word.
        if (slackEvent.Tab == "messages")
            await decoration.SuggestAsync(slackEvent.Channel, thread: null, await prompts.MakeAsync(cancellationToken), cancellationToken);
    }

    public async Task HandleAsync(AssistantThreadStarted slackEvent, Delivery delivery, CancellationToken cancellationToken) =>
        await decoration.SuggestAsync(
            slackEvent.AssistantThread.ChannelId, slackEvent.AssistantThread.ThreadTs, await prompts.MakeAsync(cancellationToken),
            cancellationToken);
}
