using PaperBot.Slack.Dispatch;

namespace PaperBot.Slack.Events;

/// <summary>Does something about an event, after the acknowledgement. Several handlers of one event run one after the other.</summary>
/// <typeparam name="TEvent">The event; <see cref="SlackEvent"/> itself takes all.</typeparam>
public interface IEventHandler<in TEvent>
    where TEvent : SlackEvent
{
    /// <param name="slackEvent">What happened.</param>
    /// <param name="delivery">Which delivery it came with.</param>
    /// <param name="cancellationToken">Set when the host stops, or the handler took too long (<see cref="SlackOptions.HandlerSeconds"/>).</param>
    Task HandleAsync(TEvent slackEvent, Delivery delivery, CancellationToken cancellationToken);
}
