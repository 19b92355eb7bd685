using System.Globalization;
using PaperBot.Slack.Blocks;

namespace PaperBot.Host.Chat;

/// <summary>All that was said, and what of it the person has not seen yet. Handlers write into it from their threads.</summary>
internal sealed class ChatTranscript(TimeProvider time)
{
    private readonly Lock _gate = new();
    private readonly List<ChatMessage> _messages = [];
    private readonly HashSet<string> _unseen = [];
    private long _last;

    public HomeView? Home { get; set; }

    public (string Id, ModalView View)? Window { get; set; }

    public ChatMessage Add(string channel, string? threadTs, bool isBots, string text, Func<ChatMessage, ChatMessage>? with = null)
    {
        lock (_gate)
        {
            var message = new ChatMessage(channel, NextTs(), threadTs, isBots, text);
            message = with?.Invoke(message) ?? message;
            _messages.Add(message);
            if (isBots)
                _unseen.Add(message.Ts);
            return message;
        }
    }

    /// <returns>False when there is no such message.</returns>
    public bool Change(string ts, Func<ChatMessage, ChatMessage> change)
    {
        lock (_gate)
        {
            var at = _messages.FindIndex(message => message.Ts == ts);
            if (at < 0)
                return false;
            _messages[at] = change(_messages[at]);
            _unseen.Add(ts);
            return true;
        }
    }

    public void Remove(string ts)
    {
        lock (_gate)
        {
            _messages.RemoveAll(message => message.Ts == ts);
            _unseen.Remove(ts);
        }
    }

    public ChatMessage? Find(string ts)
    {
        lock (_gate)
            return _messages.Find(message => message.Ts == ts);
    }

    public IReadOnlyList<ChatMessage> In(string channel, Func<ChatMessage, bool> where)
    {
        lock (_gate)
            return [.. _messages.Where(message => message.Channel == channel && !message.IsPrivate && where(message))];
    }

    /// <returns>What the bot said or changed since the last look, the oldest first.</returns>
    public IReadOnlyList<ChatMessage> TakeUnseen()
    {
        lock (_gate)
        {
            var unseen = _messages.Where(message => _unseen.Contains(message.Ts)).ToList();
            _unseen.Clear();
            return unseen;
        }
    }

    /// <summary>Seconds with six decimals, as Slack numbers messages, and never the same twice.</summary>
    private string NextTs()
    {
        _last = Math.Max(_last + 1, time.GetUtcNow().ToUnixTimeMilliseconds() * 1000);
        return string.Create(CultureInfo.InvariantCulture, $"{_last / 1_000_000}.{_last % 1_000_000:000000}");
    }
}
