using System.Collections.Concurrent;

namespace FakeSlack;

/// <summary>All channels and what was said in them; every change is published for those who wait.</summary>
internal sealed class Conversations(WorkspaceOptions options, TimeProvider time)
{
    private readonly ConcurrentDictionary<string, FakeChannel> _channels = new();
    private readonly ConcurrentDictionary<string, Conversation> _messages = new();
    private readonly ConcurrentDictionary<string, Conversation> _ephemerals = new();
    private readonly ConcurrentDictionary<string, FakeChannel> _directs = new();

    public Timestamps Clock { get; } = new(time);

    public Signals<FakeMessage> Signals { get; } = new();

    public IEnumerable<FakeChannel> All => _channels.Values.OrderBy(channel => channel.Id, StringComparer.Ordinal);

    public static string Key(string channel, string? threadTs) => threadTs is null ? channel : $"{channel}/{threadTs}";

    public static string EphemeralKey(string user) => $"only {user}";

    public FakeChannel? Find(string? id) => id is null ? null : _channels.GetValueOrDefault(id);

    public FakeChannel Create(string name, ChannelKind kind)
    {
        var channel = new FakeChannel(Ids.New(kind == ChannelKind.Direct ? "D" : "C"), name, kind, time.GetUtcNow());
        return _channels[channel.Id] = channel;
    }

    public FakeChannel Direct(string one, string other) => _directs.GetOrAdd(string.CompareOrdinal(one, other) < 0 ? one + other : other + one, _ =>
    {
        var channel = Create("", ChannelKind.Direct);
        channel.Add(one);
        channel.Add(other);
        return channel;
    });

    public Conversation Of(string channel) => _messages.GetOrAdd(channel, _ => new Conversation(options.MessagesPerChannel));

    public Conversation EphemeralsOf(string user) => _ephemerals.GetOrAdd(user, _ => new Conversation(1000));

    public FakeMessage Post(FakeMessage message)
    {
        var posted = Of(message.Channel).Add(() => message with { Ts = Clock.Next() });
        Publish(posted);
        return posted;
    }

    public FakeMessage PostEphemeral(FakeMessage message, string user)
    {
        var posted = EphemeralsOf(user).Add(() => message with { Ts = Clock.Next(), EphemeralTo = user });
        Signals.Publish(EphemeralKey(user), posted);
        return posted;
    }

    public FakeMessage? Change(string channel, string ts, Func<FakeMessage, FakeMessage?> change)
    {
        var changed = Of(channel).Change(ts, change);
        if (changed is not null)
            Publish(changed);
        return changed;
    }

    public FakeMessage? ChangeEphemeral(string user, string ts, Func<FakeMessage, FakeMessage?> change)
    {
        var changed = EphemeralsOf(user).Change(ts, change);
        if (changed is not null)
            Signals.Publish(EphemeralKey(user), changed);
        return changed;
    }

    public FakeMessage? Delete(string channel, string ts)
    {
        var deleted = Of(channel).Delete(ts);
        if (deleted is not null)
            Publish(deleted);
        return deleted;
    }

    private void Publish(FakeMessage message)
    {
        Signals.Publish(Key(message.Channel, null), message);
        Signals.Publish(Key(message.Channel, message.ThreadTs ?? message.Ts), message);
    }
}
