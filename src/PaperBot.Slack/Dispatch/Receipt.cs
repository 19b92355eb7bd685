namespace PaperBot.Slack.Dispatch;

/// <summary>What to tell Slack about a delivery. Disposed of once that is told, and not before: then its handling may begin.</summary>
internal sealed class Receipt : IDisposable
{
    private Action? _handle;

    private Receipt(ReceiptKind kind, string? payload = null, Action? handle = null) => (Kind, Payload, _handle) = (kind, payload, handle);

    /// <summary>Slack should send it again; it is not acknowledged.</summary>
    public static Receipt NotTaken { get; } = new(ReceiptKind.NotTaken);

    /// <summary>It is no payload; sending it again would change nothing.</summary>
    public static Receipt Malformed { get; } = new(ReceiptKind.Malformed);

    public ReceiptKind Kind { get; }

    /// <summary>What goes with the acknowledgement, as JSON; null for nothing.</summary>
    public string? Payload { get; }

    public static Receipt Taken(string? payload = null, Action? handle = null) => new(ReceiptKind.Taken, payload, handle);

    public void Dispose() => Interlocked.Exchange(ref _handle, null)?.Invoke();
}

internal enum ReceiptKind
{
    Taken,
    NotTaken,
    Malformed,
}
