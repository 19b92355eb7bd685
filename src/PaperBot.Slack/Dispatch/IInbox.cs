namespace PaperBot.Slack.Dispatch;

/// <summary>
/// Keeps deliveries from before their acknowledgement until they are handled, so that a repeat is dropped and nothing is lost when a process ends.
/// The host implements it over whatever it stores things in. It is called from several threads at once, and may wait for a disk.
/// </summary>
public interface IInbox
{
    /// <summary>Stores a delivery, durably, unless one with this id was stored before.</summary>
    /// <param name="delivery">What came.</param>
    /// <returns>False for a repeat, which is dropped. When it throws, the delivery is not acknowledged, so that Slack sends it again.</returns>
    bool TryAdd(StoredDelivery delivery);

    /// <summary>Notes that handling begins: the count of attempts goes up by one.</summary>
    /// <param name="id">The delivery's id.</param>
    void Begin(string id);

    /// <summary>Notes that a delivery is handled; its payload may be forgotten, its id not yet.</summary>
    /// <param name="id">The delivery's id.</param>
    void Complete(string id);

    /// <returns>What was stored and never completed, the oldest first: what a process that ended left behind.</returns>
    IReadOnlyList<StoredDelivery> Unfinished();
}

/// <summary>A delivery as an inbox keeps it.</summary>
/// <param name="Id">See <see cref="Delivery.Id"/>.</param>
/// <param name="Type"><c>event</c>, <c>command</c> or <c>interaction</c>.</param>
/// <param name="Payload">The payload as JSON. It holds message text, so it goes into no log.</param>
/// <param name="ReceivedAt">When it came first.</param>
/// <param name="Attempts">How often handling began.</param>
public sealed record StoredDelivery(string Id, string Type, string Payload, DateTimeOffset ReceivedAt, int Attempts);
