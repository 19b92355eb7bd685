using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Net.WebSockets;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace FakeSlack;

/// <summary>Why Slack ends a socket.</summary>
public enum DisconnectReason
{
    /// <summary>It will end in about ten seconds.</summary>
    Warning,

    /// <summary>It is old; another is to be opened.</summary>
    RefreshRequested,

    /// <summary>Socket Mode was turned off: the app must not come back.</summary>
    LinkDisabled,

    /// <summary>The app has more than ten.</summary>
    TooManyWebsockets,
}

/// <summary>The sockets of Socket Mode: each envelope goes to one of them, a repeat to another where there is one.</summary>
public sealed class SocketMode : ITransport, IAsyncDisposable
{
    private readonly ConcurrentDictionary<string, DateTimeOffset> _tickets = new();
    private readonly CancellationTokenSource _stopping = new();
    private readonly WorkspaceOptions _options;
    private readonly TimeProvider _time;
    private readonly string _appId;
    private ImmutableList<SocketConnection> _connections = [];
    private ImmutableList<Task> _closing = [];
    private int _turn;
    private int _opened;

    internal SocketMode(WorkspaceOptions options, TimeProvider time, string appId) => (_options, _time, _appId) = (options, time, appId);

    /// <summary>The sockets that are open, silent ones included.</summary>
    public IReadOnlyList<SocketConnection> Connections => _connections;

    /// <summary>How many were ever opened.</summary>
    public int Opened => _opened;

    /// <summary>False after <see cref="DisconnectReason.LinkDisabled"/>, until it is set again.</summary>
    public bool IsEnabled { get; set; } = true;

    private Signals<SocketMode> Changes { get; } = new();

    /// <summary>Waits until the app holds so many sockets that take envelopes.</summary>
    /// <exception cref="TimeoutException">It did not.</exception>
    public Task WaitForConnectionsAsync(int count = 1, TimeSpan? timeout = null) => Changes.WaitAsync(
        "", sockets => sockets.Connections.Count(connection => connection.TakesEnvelopes) >= count, () => [this], timeout, Describe);

    /// <summary>Waits until so many sockets were ever opened, which tells a replacement from the one it replaces.</summary>
    /// <exception cref="TimeoutException">They were not.</exception>
    public Task WaitForOpenedAsync(int count, TimeSpan? timeout = null) =>
        Changes.WaitAsync("", sockets => sockets.Opened >= count, () => [this], timeout, Describe);

    /// <summary>Waits until the app holds no more than so many sockets.</summary>
    /// <exception cref="TimeoutException">It holds more.</exception>
    public Task WaitForAtMostAsync(int count, TimeSpan? timeout = null) =>
        Changes.WaitAsync("", sockets => sockets.Connections.Count <= count, () => [this], timeout, Describe);

    /// <summary>Breaks every socket at once.</summary>
    public void DropAll() => _connections.ForEach(connection => connection.Drop());

    /// <summary>Sends <c>disconnect</c> to the socket, or to all, and closes as Slack does: at once, or ten seconds after a warning.</summary>
    public async Task DisconnectAsync(DisconnectReason reason, SocketConnection? only = null)
    {
        if (reason == DisconnectReason.LinkDisabled)
            IsEnabled = false;
        var name = reason switch
        {
            DisconnectReason.Warning => "warning",
            DisconnectReason.RefreshRequested => "refresh_requested",
            DisconnectReason.LinkDisabled => "link_disabled",
            _ => "too_many_websockets",
        };
        foreach (var connection in only is null ? _connections : [only])
        {
            await connection.SayDisconnectAsync(name, _stopping.Token);
            var closing = CloseAsync(connection, reason == DisconnectReason.Warning ? _options.WarningNotice : TimeSpan.Zero);
            ImmutableInterlocked.Update(ref _closing, (list, task) => list.RemoveAll(old => old.IsCompleted).Add(task), closing);
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _stopping.CancelAsync();
        DropAll();
        foreach (var closing in _closing)
            await closing.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    async Task<PendingAck> ITransport.BeginAsync(Delivery delivery, int attempt, string? reason, CancellationToken cancellationToken)
    {
        if (Choose(attempt > 0 ? delivery.LastOver : null) is not { } connection)
            return new PendingAck(null, "no socket", Task.FromResult(new AckResult(false, "connection_failed", null)));
        var envelope = Guid.NewGuid().ToString();
        // A socket that does not take the frame by the deadline is no better than one that does not acknowledge it.
        using var deadline = new CancellationTokenSource(_options.AckDeadline, _time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(deadline.Token, cancellationToken);
        try
        {
            var pending = await connection.SendAsync(envelope, Envelopes.Of(delivery, envelope, attempt, reason), either.Token);
            return pending with { Result = WithinAsync(connection, pending) };
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return new PendingAck(envelope, $"socket {connection.Number}", Task.FromResult(new AckResult(false, "timeout", null)));
        }
    }

    internal string NewTicket()
    {
        var ticket = Ids.Secret(32);
        _tickets[ticket] = _time.GetUtcNow();
        return ticket;
    }

    internal async Task AcceptAsync(HttpContext context, string ticket)
    {
        // A ticket opens one socket, within half a minute.
        if (!_tickets.TryRemove(ticket, out var issued) || _time.GetUtcNow() - issued > TimeSpan.FromSeconds(30) || !IsEnabled)
        {
            context.Response.StatusCode = StatusCodes.Status403Forbidden;
            return;
        }
        var upgrade = (SilenceableUpgrade)context.Features.GetRequiredFeature<IHttpUpgradeFeature>();
        using var socket = await context.WebSockets.AcceptWebSocketAsync(new WebSocketAcceptContext
        {
            KeepAliveInterval = _options.PingInterval,
            // Slack's patience with a socket that answers no ping is not what is tested; without a time-out no pings would be sent.
            KeepAliveTimeout = TimeSpan.FromHours(1),
        });
        var connection = new SocketConnection(Interlocked.Increment(ref _opened), socket, upgrade.Stream!, context.Abort);
        var tooMany = _connections.Count >= _options.MaxConnections;
        await connection.SayHelloAsync(Envelopes.Hello(_appId, _connections.Count + 1, 3600), _stopping.Token);
        ImmutableInterlocked.Update(ref _connections, (list, one) => list.Add(one), connection);
        Changes.Publish("", this);
        if (tooMany)
            await DisconnectAsync(DisconnectReason.TooManyWebsockets, connection);
        await connection.ReadAsync(_stopping.Token);
        ImmutableInterlocked.Update(ref _connections, (list, one) => list.Remove(one), connection);
        Changes.Publish("", this);
    }

    private static string Describe(SocketMode sockets) => $"{sockets.Connections.Count} open, {sockets.Opened} opened so far";

    private async Task CloseAsync(SocketConnection connection, TimeSpan notice)
    {
        if (notice > TimeSpan.Zero)
            await Task.Delay(notice, _time, _stopping.Token);
        await connection.CloseAsync(_stopping.Token);
    }

    private SocketConnection? Choose(string? notThis)
    {
        var open = _connections.FindAll(connection => connection.TakesEnvelopes);
        if (open.Count > 1 && notThis is not null)
            open = open.RemoveAll(connection => $"socket {connection.Number}" == notThis);
        return open.IsEmpty ? null : open[(int)((uint)Interlocked.Increment(ref _turn) % (uint)open.Count)];
    }

    private async Task<AckResult> WithinAsync(SocketConnection connection, PendingAck pending)
    {
        try
        {
            return await pending.Result.WaitAsync(_options.AckDeadline, _time, _stopping.Token);
        }
        catch (TimeoutException)
        {
            connection.GiveUp(pending.Envelope!);
            return await pending.Result;
        }
    }
}
