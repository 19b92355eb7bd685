using System.Collections.Concurrent;

namespace FakeSlack;

/// <summary>The kinds of conversation.</summary>
public enum ChannelKind
{
    /// <summary>A channel that everybody may join.</summary>
    Public,

    /// <summary>A channel by invitation.</summary>
    Private,

    /// <summary>Two persons, or a person and the bot.</summary>
    Direct,
}

/// <summary>A conversation and who is in it.</summary>
public sealed class FakeChannel
{
    private readonly ConcurrentDictionary<string, bool> _members = new();

    internal FakeChannel(string id, string name, ChannelKind kind, DateTimeOffset created) =>
        (Id, Name, Kind, Created) = (id, name, kind, created);

    /// <summary>Its id: C…, G… or D….</summary>
    public string Id { get; }

    /// <summary>Its name, without the hash sign.</summary>
    public string Name { get; }

    /// <summary>Its kind.</summary>
    public ChannelKind Kind { get; }

    /// <summary>When it was made.</summary>
    public DateTimeOffset Created { get; }

    /// <summary>No message can be posted to an archived channel.</summary>
    public bool IsArchived { get; set; }

    /// <summary>The ids of its members.</summary>
    public IReadOnlyCollection<string> Members => [.. _members.Keys.Order(StringComparer.Ordinal)];

    /// <summary>True for a member.</summary>
    public bool Has(string user) => _members.ContainsKey(user);

    /// <summary>As Slack names the kind in events.</summary>
    internal string EventType => Kind switch { ChannelKind.Public => "channel", ChannelKind.Private => "group", _ => "im" };

    /// <summary>As Slack names the kind in scopes.</summary>
    internal string ScopeFamily => Kind switch { ChannelKind.Public => "channels", ChannelKind.Private => "groups", _ => "im" };

    /// <summary>The name that commands and interactions carry.</summary>
    internal string NameInPayloads => Kind switch { ChannelKind.Direct => "directmessage", ChannelKind.Private => "privategroup", _ => Name };

    internal bool Add(string user) => _members.TryAdd(user, true);

    internal bool Remove(string user) => _members.TryRemove(user, out _);

    /// <summary>The other person of a direct message.</summary>
    internal string? Other(string user) => Kind == ChannelKind.Direct ? Members.FirstOrDefault(member => member != user) : null;
}
