namespace FakeSlack;

// What changes in the workspace, whoever changes it: each change is remembered, seen by those who wait, and told to the app.
public sealed partial class FakeWorkspace
{
    internal FakeUser? FindUser(string id) => _users.GetValueOrDefault(id);

    internal bool Knows(string userId) => userId == BotUserId || _users.ContainsKey(userId);

    internal string Permalink(FakeMessage message)
    {
        var link = $"https://{Options.Domain}.slack.com/archives/{message.Channel}/p{message.Ts.Replace(".", "", StringComparison.Ordinal)}";
        return message.IsTopLevel ? link : $"{link}?thread_ts={message.ThreadTs}&cid={message.Channel}";
    }

    /// <summary>Changes a message, remembers what it was, and tells the app.</summary>
    internal FakeMessage? Edit(FakeMessage message, Func<FakeMessage, FakeMessage> change, bool shown, string by)
    {
        FakeMessage? before = null;
        var changed = Conversations.Change(message.Channel, message.Ts, current =>
        {
            before = current;
            // The past is flat: an earlier form does not carry its own past along.
            var history = current.History.Add(current with { History = [] });
            return change(current) with
            {
                History = history.Count > 100 ? history.RemoveAt(0) : history,
                Edited = shown ? (by, Conversations.Clock.Next()) : current.Edited,
            };
        });
        if (changed is not null)
            Events.Edited(before!, changed);
        return changed;
    }

    internal void Remove(FakeMessage message)
    {
        if (Conversations.Delete(message.Channel, message.Ts) is { } deleted)
            Events.Deleted(deleted);
    }

    internal bool React(FakeMessage message, string user, string emoji, bool add)
    {
        var changed = Conversations.Change(message.Channel, message.Ts, current =>
        {
            var at = current.Reactions.FindIndex(reaction => reaction.Name == emoji);
            var users = at < 0 ? [] : current.Reactions[at].Users;
            if (users.Contains(user) == add)
                return null;
            var after = new FakeReaction(emoji, add ? users.Add(user) : users.Remove(user));
            var reactions = at < 0 ? current.Reactions.Add(after) : after.Users.IsEmpty ? current.Reactions.RemoveAt(at)
                : current.Reactions.SetItem(at, after);
            return current with { Reactions = reactions };
        });
        if (changed is null)
            return false;
        Events.Reacted(changed, user, emoji, add);
        return true;
    }

    internal string? UnfurlDomain(string url) => Uri.TryCreate(url, UriKind.Absolute, out var link)
        ? Options.UnfurlDomains.FirstOrDefault(domain => link.Host == domain || link.Host.EndsWith("." + domain, StringComparison.OrdinalIgnoreCase))
            : null;

    internal string NewUnfurlId(FakeMessage message) => _unfurls.Issue($"{message.Channel}-{message.Ts}-{Ids.HexString(32)}", message);

    internal FakeMessage? UnfurlTarget(string id) => _unfurls.Find(id);

    internal string NewTrigger(string user, string? viewId = null) => Triggers.Issue(
        $"{Ids.Digits(13)}.{Ids.Digits(12)}.{Ids.HexString(32)}", new Trigger(user, Time.GetUtcNow() + Options.TriggerLifetime, viewId));

    internal void ChangeAssistant(string channel, string threadTs, Func<AssistantThread, AssistantThread> change)
    {
        var key = Conversations.Key(channel, threadTs);
        var changed = _assistant.Change(key, thread => change(thread ?? AssistantThread.Empty));
        _assistantChanges.Publish(key, changed);
    }

    /// <summary>A message in a thread takes its status away.</summary>
    internal void ClearStatus(FakeMessage message)
    {
        if (message.ThreadTs is { } threadTs && Assistant(message.Channel, threadTs) is { Status: not null })
            ChangeAssistant(message.Channel, threadTs, thread => thread with { Status = null });
    }

    internal AssistantThread? Assistant(string channel, string threadTs) => _assistant.Find(Conversations.Key(channel, threadTs));


}
