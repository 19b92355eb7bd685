namespace FakeSlack;

/// <summary>A way to the app: a socket that it opened, or its request URL.</summary>
internal interface ITransport
{
    /// <summary>Starts a try; completes when it is on its way, and the result when it is acknowledged or failed.</summary>
    Task<PendingAck> BeginAsync(Delivery delivery, int attempt, string? reason, CancellationToken cancellationToken);
}

/// <summary>A try under way.</summary>
internal sealed record PendingAck(string? Envelope, string Over, Task<AckResult> Result);
