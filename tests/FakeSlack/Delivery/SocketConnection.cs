using System.Collections.Concurrent;
using System.Net.WebSockets;
using System.Text.Json;

namespace FakeSlack;

/// <summary>One socket that the app has open.</summary>
#pragma warning disable CA1001 // Whoever waits for a semaphore that is disposed of waits for ever; it holds nothing to free.
public sealed class SocketConnection
#pragma warning restore CA1001
{
    private readonly WebSocket _socket;
    private readonly SilenceableStream _stream;
    private readonly Action _abort;
    private readonly SemaphoreSlim _writing = new(1);
    private readonly ConcurrentDictionary<string, TaskCompletionSource<AckResult>> _unacknowledged = new();

    internal SocketConnection(int number, WebSocket socket, SilenceableStream stream, Action abort) =>
        (Number, _socket, _stream, _abort) = (number, socket, stream, abort);

    /// <summary>Counted from one, in the order of connecting.</summary>
    public int Number { get; }

    /// <summary>False once a <c>disconnect</c> was sent or the socket ended: no envelope goes to it any more.</summary>
    public bool TakesEnvelopes { get; private set; } = true;

    /// <summary>True once it fell silent.</summary>
    public bool IsSilent { get; private set; }

    /// <summary>Breaks it without a close frame, as a cut cable does.</summary>
    public void Drop()
    {
        TakesEnvelopes = false;
        try
        {
            _abort();
        }
        catch (ObjectDisposedException)
        {
            // The app closed it at this very moment.
        }
    }

    /// <summary>Leaves it open and answers nothing any more, pings included. Slack does not know, and still sends envelopes to it.</summary>
    public void FallSilent()
    {
        IsSilent = true;
        _stream.FallSilent();
    }

    internal async Task SayHelloAsync(byte[] hello, CancellationToken cancellationToken) => await WriteAsync(hello, cancellationToken);

    internal async Task<PendingAck> SendAsync(string envelope, byte[] frame, CancellationToken cancellationToken)
    {
        var ack = new TaskCompletionSource<AckResult>(TaskCreationOptions.RunContinuationsAsynchronously);
        _unacknowledged[envelope] = ack;
        try
        {
            await WriteAsync(frame, cancellationToken);
        }
        catch (Exception e) when (e is WebSocketException or IOException or ObjectDisposedException or InvalidOperationException)
        {
            ack.TrySetResult(new AckResult(false, "connection_failed", null));
        }
        return new PendingAck(envelope, $"socket {Number}", ack.Task);
    }

    internal void GiveUp(string envelope)
    {
        if (_unacknowledged.TryRemove(envelope, out var ack))
            ack.TrySetResult(new AckResult(false, "timeout", null));
    }

    /// <summary>Says goodbye for the reason; no envelope follows it.</summary>
    internal async Task SayDisconnectAsync(string reason, CancellationToken cancellationToken)
    {
        TakesEnvelopes = false;
        await WriteAsync(Envelopes.Disconnect(reason), cancellationToken);
    }

    internal async Task CloseAsync(CancellationToken cancellationToken)
    {
        if (_socket.State == WebSocketState.Open)
            await _socket.CloseOutputAsync(WebSocketCloseStatus.NormalClosure, null, cancellationToken);
    }

    /// <summary>Reads acknowledgements until the app closes or the connection breaks.</summary>
    internal async Task ReadAsync(CancellationToken cancellationToken)
    {
        try
        {
            while (await ReadMessageAsync(cancellationToken) is { } text)
                Acknowledge(text);
            if (_socket.State == WebSocketState.CloseReceived)
                await _socket.CloseOutputAsync(WebSocketCloseStatus.NormalClosure, null, cancellationToken);
        }
        catch (Exception e) when (e is WebSocketException or IOException or OperationCanceledException or InvalidOperationException)
        {
            // The connection is over, however it ended; what was sent over it is repeated elsewhere.
        }
        finally
        {
            TakesEnvelopes = false;
            foreach (var (_, ack) in _unacknowledged)
                ack.TrySetResult(new AckResult(false, "connection_failed", null));
        }
    }

    private void Acknowledge(string text)
    {
        if (Json.Parse(text) is not { } frame || frame.Text("envelope_id") is not { } envelope || !_unacknowledged.TryRemove(envelope, out var ack))
            return;
        var payload = frame.Child("payload");
        ack.TrySetResult(new AckResult(true, "ack", payload is { ValueKind: JsonValueKind.String } plain ? plain.GetString()
            : payload?.GetRawText()));
    }

    private async Task<string?> ReadMessageAsync(CancellationToken cancellationToken)
    {
        var buffer = new byte[8192];
        using var message = new MemoryStream();
        while (true)
        {
            var read = await _socket.ReceiveAsync(buffer.AsMemory(), cancellationToken);
            if (read.MessageType == WebSocketMessageType.Close)
                return null;
            message.Write(buffer, 0, read.Count);
            if (read.EndOfMessage)
                return System.Text.Encoding.UTF8.GetString(message.GetBuffer(), 0, (int)message.Length);
        }
    }

    private async Task WriteAsync(byte[] frame, CancellationToken cancellationToken)
    {
        await _writing.WaitAsync(cancellationToken);
        try
        {
            await _socket.SendAsync(frame.AsMemory(), WebSocketMessageType.Text, endOfMessage: true, cancellationToken);
        }
        finally
        {
            _writing.Release();
        }
    }
}
