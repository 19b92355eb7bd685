using System.Collections.Immutable;
using System.Text.Json;

namespace FakeSlack;

/// <summary>One try to hand something to the app.</summary>
/// <param name="Envelope">The envelope's id, for a socket.</param>
/// <param name="Over">The socket or the address that it went over.</param>
/// <param name="Outcome">The HTTP status, <c>ack</c>, or why there was no acknowledgement.</param>
/// <param name="Took">From the sending to the acknowledgement or to giving up.</param>
public sealed record DeliveryAttempt(string? Envelope, string Over, string Outcome, TimeSpan Took);

/// <summary>What one try came to.</summary>
internal sealed record AckResult(bool Acknowledged, string Outcome, string? Body, bool MayRetry = true);

/// <summary>Something that the workspace tells the app: an event, a command or an interaction, with every try to do so.</summary>
public sealed class Delivery
{
    private readonly TaskCompletionSource<Delivery> _done = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private ImmutableList<DeliveryAttempt> _attempts = [];

    internal Delivery(string kind, string type, JsonElement payload, string? eventId) =>
        (Kind, Type, Payload, EventId) = (kind, type, payload, eventId);

    /// <summary>The envelope type: <c>events_api</c>, <c>slash_commands</c> or <c>interactive</c>.</summary>
    public string Kind { get; }

    /// <summary>The event's or interaction's type, or the command.</summary>
    public string Type { get; }

    /// <summary>What was sent.</summary>
    public JsonElement Payload { get; }

    /// <summary>The event's id; every try carries the same.</summary>
    public string? EventId { get; }

    /// <summary>The tries, oldest first.</summary>
    public IReadOnlyList<DeliveryAttempt> Attempts => _attempts;

    /// <summary>True once the app acknowledged.</summary>
    public bool IsAcknowledged { get; private set; }

    /// <summary>From the first sending that was acknowledged to the acknowledgement.</summary>
    public TimeSpan AckAfter { get; private set; }

    /// <summary>What the acknowledgement carried: a socket's payload or an HTTP body; null when it was empty.</summary>
    public string? AckBody { get; private set; }

    /// <summary>The acknowledgement's payload as JSON; null when it is none.</summary>
    public JsonElement? AckJson => AckBody is null ? null : Json.Parse(AckBody);

    /// <summary>Completes when it is acknowledged or given up.</summary>
    public Task<Delivery> Done => _done.Task;

    internal string? LastOver => _attempts.IsEmpty ? null : _attempts[^1].Over;

    /// <inheritdoc/>
    public override string ToString() => $"{Kind} {Type} {(IsAcknowledged ? "acknowledged" : "not acknowledged")} after {Attempts.Count}";

    internal void Tried(DeliveryAttempt attempt, AckResult result)
    {
        ImmutableInterlocked.Update(ref _attempts, (attempts, one) => attempts.Add(one), attempt);
        if (!result.Acknowledged || IsAcknowledged)
            return;
        (AckAfter, AckBody, IsAcknowledged) = (attempt.Took, result.Body, true);
    }

    internal void Finish() => _done.TrySetResult(this);
}
