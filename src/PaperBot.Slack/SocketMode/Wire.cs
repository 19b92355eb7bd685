using System.Net.WebSockets;
using System.Text;

namespace PaperBot.Slack.SocketMode;

/// <summary>One WebSocket, as texts of a bounded size in and texts, one after the other, out.</summary>
internal sealed class Wire : IDisposable
{
    private static readonly TimeSpan SendDeadline = TimeSpan.FromSeconds(5);

    private readonly ClientWebSocket _socket = new();
    private readonly HttpMessageInvoker _http;

    // Not disposed of: whoever waits for a semaphore when that is done waits for ever, deadline or not. It holds nothing to free.
    private readonly SemaphoreSlim _sending = new(1);
    private readonly TimeProvider _time;
    private readonly byte[] _buffer = new byte[16_384];

    public Wire(TimeProvider time, TimeSpan ping)
    {
        _time = time;
        Life = new SignsOfLife(time);

        // With a timeout, .NET sends pings; without one, pongs that nobody answers.
        _socket.Options.KeepAliveInterval = ping;
        _socket.Options.KeepAliveTimeout = ping;
        _http = new HttpMessageInvoker(new SocketsHttpHandler
        {
            UseCookies = false,
            AllowAutoRedirect = false,
            PlaintextStreamFilter = (context, _) => ValueTask.FromResult<Stream>(new HeardStream(context.PlaintextStream, Life)),
        });
    }

    public SignsOfLife Life { get; }

    public Task ConnectAsync(Uri address, CancellationToken cancellationToken) => _socket.ConnectAsync(address, _http, cancellationToken);

    /// <returns>A text; empty for a message that is too large or no text; null when the other side closes.</returns>
    /// <exception cref="WebSocketException">The connection is broken.</exception>
    public async Task<string?> ReadAsync(int limit, CancellationToken cancellationToken)
    {
        using var message = new MemoryStream();
        var takes = true;
        while (true)
        {
            var part = await _socket.ReceiveAsync(_buffer.AsMemory(), cancellationToken);
            if (part.MessageType == WebSocketMessageType.Close)
                return null;

            // What is too large is read to its end all the same, since the next message stands behind it.
            takes &= part.MessageType == WebSocketMessageType.Text && message.Length + part.Count <= limit;
            if (takes)
                message.Write(_buffer, 0, part.Count);
            if (part.EndOfMessage)
                return takes ? Encoding.UTF8.GetString(message.GetBuffer(), 0, (int)message.Length) : "";
        }
    }

    public Task SendAsync(string text, CancellationToken cancellationToken) => GuardedAsync(
        token => _socket.SendAsync(Encoding.UTF8.GetBytes(text).AsMemory(), WebSocketMessageType.Text, endOfMessage: true, token).AsTask(),
        cancellationToken);

    /// <summary>Says that nothing more will be sent. The other side's answer ends the reading.</summary>
    public Task SayCloseAsync(CancellationToken cancellationToken) => GuardedAsync(
        token => _socket.CloseOutputAsync(WebSocketCloseStatus.NormalClosure, null, token), cancellationToken);

    public void Break() => _socket.Abort();

    public void Dispose()
    {
        _socket.Dispose();
        _http.Dispose();
    }

    // A socket takes one sending at a time, and one that is stuck would hold all that follow.
    private async Task GuardedAsync(Func<CancellationToken, Task> send, CancellationToken cancellationToken)
    {
        using var deadline = new CancellationTokenSource(SendDeadline, _time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(deadline.Token, cancellationToken);
        await _sending.WaitAsync(either.Token);
        try
        {
            await send(either.Token);
        }
        finally
        {
            _sending.Release();
        }
    }
}
