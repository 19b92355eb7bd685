namespace FakeSlack;

/// <summary>The right to open one modal for a person.</summary>
internal sealed class Trigger(string user, DateTimeOffset expires, string? viewId)
{
    private int _used;

    public string User => user;

    public DateTimeOffset Expires => expires;

    /// <summary>The view that the person acted in, below which <c>views.push</c> puts another.</summary>
    public string? ViewId => viewId;

    public bool TryUse() => Interlocked.Exchange(ref _used, 1) == 0;
}

/// <summary>Where a <c>response_url</c> leads: five uses within half an hour.</summary>
internal sealed class ResponseTicket(string user, string channel, string? threadTs, FakeMessage? message, DateTimeOffset expires)
{
    private int _uses;

    public string User => user;

    public string Channel => channel;

    public string? ThreadTs => threadTs;

    /// <summary>The message that the person acted on, if it was one.</summary>
    public FakeMessage? Message => message;

    public DateTimeOffset Expires => expires;

    public bool TryUse() => Interlocked.Increment(ref _uses) <= 5;
}
