namespace FakeSlack;

/// <summary>
/// The messages of one channel in the order of their timestamps, found by timestamp and by thread without a scan.
/// Past its capacity the oldest tenth is forgotten.
/// </summary>
internal sealed class Conversation(int capacity)
{
    private readonly Lock _gate = new();
    private readonly List<string> _order = [];
    private readonly List<string> _inChannel = [];
    private readonly Dictionary<string, FakeMessage> _byTs = [];
    private readonly Dictionary<string, List<string>> _replies = [];

    public FakeMessage Add(Func<FakeMessage> create)
    {
        lock (_gate)
        {
            if (_order.Count >= capacity)
                Forget(Math.Max(1, capacity / 10));
            var message = create();
            _order.Add(message.Ts);
            _byTs[message.Ts] = message;
            if (message.IsTopLevel || message.Subtype == "thread_broadcast")
                _inChannel.Add(message.Ts);
            if (!message.IsTopLevel)
                (_replies.TryGetValue(message.ThreadTs!, out var replies) ? replies : _replies[message.ThreadTs!] = []).Add(message.Ts);
            return message;
        }
    }

    public FakeMessage? Find(string ts)
    {
        lock (_gate)
            return _byTs.GetValueOrDefault(ts);
    }

    /// <summary>Puts another form in a message's place; null when there is none, or when the change declines by giving null.</summary>
    public FakeMessage? Change(string ts, Func<FakeMessage, FakeMessage?> change)
    {
        lock (_gate)
            return _byTs.TryGetValue(ts, out var message) && change(message) is { } changed ? _byTs[ts] = changed : null;
    }

    public FakeMessage? Delete(string ts)
    {
        lock (_gate)
        {
            if (!_byTs.Remove(ts, out var message))
                return null;
            Remove(_order, ts);
            Remove(_inChannel, ts);
            if (!message.IsTopLevel && _replies.TryGetValue(message.ThreadTs!, out var replies))
                Remove(replies, ts);
            return message with { IsDeleted = true };
        }
    }

    public IReadOnlyList<FakeMessage> All()
    {
        lock (_gate)
            return [.. _order.Select(ts => _byTs[ts])];
    }

    /// <summary>The parent, if it is still there, and the replies.</summary>
    public IReadOnlyList<FakeMessage> Thread(string threadTs)
    {
        lock (_gate)
        {
            var replies = _replies.TryGetValue(threadTs, out var found) ? found.Select(ts => _byTs[ts]) : [];
            return _byTs.TryGetValue(threadTs, out var parent) ? [parent, .. replies] : [.. replies];
        }
    }

    public IReadOnlyList<FakeMessage> Replies(string threadTs)
    {
        lock (_gate)
            return _replies.TryGetValue(threadTs, out var found) ? [.. found.Select(ts => _byTs[ts])] : [];
    }

    /// <summary>What the channel itself shows, newest first: no replies. <paramref name="before"/> counts only when inclusive.</summary>
    public IReadOnlyList<FakeMessage> Newest(string? before, string? oldest, bool inclusive, int count)
    {
        lock (_gate)
        {
            var found = new List<FakeMessage>();
            var at = before is null ? _inChannel.Count : _inChannel.BinarySearch(before, StringComparer.Ordinal);
            at = at < 0 ? ~at : inclusive && at < _inChannel.Count ? at + 1 : at;
            while (--at >= 0 && found.Count < count)
            {
                var past = oldest is null ? 1 : string.CompareOrdinal(_inChannel[at], oldest);
                if (past < 0 || (past == 0 && !inclusive))
                    break;
                found.Add(_byTs[_inChannel[at]]);
            }
            return found;
        }
    }

    private static void Remove(List<string> sorted, string ts)
    {
        var at = sorted.BinarySearch(ts, StringComparer.Ordinal);
        if (at >= 0)
            sorted.RemoveAt(at);
    }

    private void Forget(int count)
    {
        foreach (var ts in _order.Take(count))
        {
            _byTs.Remove(ts, out var message);
            _replies.Remove(ts);
            if (message is { IsTopLevel: false } && _replies.TryGetValue(message.ThreadTs!, out var replies))
                Remove(replies, ts);
        }
        var kept = _order[count];
        _order.RemoveRange(0, count);
        var first = _inChannel.BinarySearch(kept, StringComparer.Ordinal);
        _inChannel.RemoveRange(0, first < 0 ? ~first : first);
    }
}
