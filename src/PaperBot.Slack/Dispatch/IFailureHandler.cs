namespace PaperBot.Slack.Dispatch;

/// <summary>Tells the person that a handler failed. The log has the reference already.</summary>
public interface IFailureHandler
{
    /// <param name="request">What was being handled: a <see cref="Events.SlackEvent"/> or one of the records of <see cref="Interaction"/>.</param>
    /// <param name="reference">A short id that the log has beside the exception.</param>
    /// <param name="delivery">Which delivery it came with.</param>
    /// <param name="cancellationToken">Set when the host stops, or after 30 seconds.</param>
    Task HandleAsync(object request, string reference, Delivery delivery, CancellationToken cancellationToken);
}
