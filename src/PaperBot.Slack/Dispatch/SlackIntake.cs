namespace PaperBot.Slack.Dispatch;

/// <summary>
/// Takes payloads that come neither over a socket nor over HTTP, from a terminal for instance: they go the way of all others, to the inbox
/// first and then to their handlers.
/// </summary>
public sealed class SlackIntake
{
    private readonly SlackDispatcher _dispatcher;

    internal SlackIntake(SlackDispatcher dispatcher) => _dispatcher = dispatcher;

    /// <param name="type"><c>event</c>, <c>command</c> or <c>interaction</c>.</param>
    /// <param name="payload">JSON as Slack sends it; a command's form as one flat object.</param>
    /// <param name="cancellationToken">Gives up an answer that the acknowledgement waits for.</param>
    /// <returns>What the acknowledgement carries, as JSON; null when it carries nothing.</returns>
    /// <exception cref="ArgumentException">It is no payload.</exception>
    /// <exception cref="InvalidOperationException">There is no room for it.</exception>
    public async Task<string?> ReceiveAsync(string type, string payload, CancellationToken cancellationToken)
    {
        using var receipt = await _dispatcher.ReceiveAsync(StoredKind.Parse(type), payload, envelopeId: null, cancellationToken);
        return receipt.Kind switch
        {
            ReceiptKind.Taken => receipt.Payload,
            ReceiptKind.Malformed => throw new ArgumentException("It is no payload of Slack's.", nameof(payload)),
            _ => throw new InvalidOperationException("There is no room for another delivery."),
        };
    }
}
