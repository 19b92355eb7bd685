using System.Collections.Immutable;
using Microsoft.Extensions.Options;

namespace PaperBot.Slack.SocketMode;

/// <summary>Whether Slack can be heard over Socket Mode, as it is at the moment of asking. Safe from any thread.</summary>
public sealed class SlackConnectionState
{
    private readonly TimeSpan _silence;
    private ImmutableList<SignsOfLife> _sockets = [];
    private SignsOfLife? _ended;
    private string? _error;
    private bool _isSwitchedOff;

    /// <param name="options">How long a socket may be silent.</param>
    public SlackConnectionState(IOptions<SlackOptions> options)
    {
        ArgumentNullException.ThrowIfNull(options);
        _silence = TimeSpan.FromSeconds(options.Value.SilenceSeconds);
    }

    /// <summary>True when Slack said hello on a socket and a sign of life came over it within <see cref="SlackOptions.SilenceSeconds"/>.</summary>
    public bool Connected => Current.Connected;

    /// <summary>All there is to know now.</summary>
    public SlackConnection Current
    {
        get
        {
            var sockets = Volatile.Read(ref _sockets);
            var live = sockets.Count(socket => socket.Age < _silence);
            var last = sockets.Add(Volatile.Read(ref _ended)!).Max(socket => socket?.Last);
            return new SlackConnection(live > 0, live, last, Volatile.Read(ref _error), Volatile.Read(ref _isSwitchedOff));
        }
    }

    internal void Opened(SignsOfLife socket)
    {
        ImmutableInterlocked.Update(ref _sockets, (list, one) => list.Add(one), socket);
        Volatile.Write(ref _error, null);
    }

    internal void Ended(SignsOfLife socket)
    {
        ImmutableInterlocked.Update(ref _sockets, (list, one) => list.Remove(one), socket);
        Volatile.Write(ref _ended, socket);
    }

    internal void Failed(string sentence) => Volatile.Write(ref _error, sentence);

    internal void SwitchedOff(string sentence)
    {
        Failed(sentence);
        Volatile.Write(ref _isSwitchedOff, true);
    }
}

/// <summary>How things stand with Slack.</summary>
/// <param name="Connected">Whether at least one socket is live.</param>
/// <param name="LiveSockets">Sockets that were greeted and gave a sign of life within their deadline.</param>
/// <param name="LastSignOfLife">When Slack was heard last, by any byte over a socket; null when it never was.</param>
/// <param name="LastError">One sentence about what went wrong since a socket was opened last; null when nothing did. No secrets are in it.</param>
/// <param name="IsSwitchedOff">Whether Slack said that Socket Mode is switched off for the app. Nothing is tried then until the next start.</param>
public sealed record SlackConnection(bool Connected, int LiveSockets, DateTimeOffset? LastSignOfLife, string? LastError, bool IsSwitchedOff);
