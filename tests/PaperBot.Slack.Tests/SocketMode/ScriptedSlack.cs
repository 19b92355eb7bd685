using System.Net.WebSockets;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace PaperBot.Slack.Tests.SocketMode;

/// <summary>A server with one socket after the other, on which a test says what it wants, frame by frame.</summary>
internal sealed class ScriptedSlack : IAsyncDisposable
{
    private readonly WebApplication _app;
    private int _opened;

    private ScriptedSlack(WebApplication app) => _app = app;

    /// <summary>What happens on a socket; the number counts them from 1.</summary>
    public Func<WebSocket, int, Task> OnSocket { get; set; } = (_, _) => Task.CompletedTask;

    /// <summary>What <c>apps.connections.open</c> answers; null for an address.</summary>
    public Func<HttpContext, Task>? OnOpen { get; set; }

    public int Asked { get; private set; }

    public string ApiUrl => _app.Urls.First() + "/api/";

    public static async Task<ScriptedSlack> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        var app = builder.Build();
        var slack = new ScriptedSlack(app);
        app.UseWebSockets();
        app.Run(slack.ServeAsync);
        await app.StartAsync();
        return slack;
    }

    public static Task SendAsync(WebSocket socket, string text) =>
        socket.SendAsync(Encoding.UTF8.GetBytes(text).AsMemory(), WebSocketMessageType.Text, endOfMessage: true, default).AsTask();

    public static async Task<string> ReadAsync(WebSocket socket)
    {
        var buffer = new byte[65_536];
        using var patience = new CancellationTokenSource(Dispatch.Probe.Patience);
        var read = await socket.ReceiveAsync(buffer.AsMemory(), patience.Token);
        return read.MessageType == WebSocketMessageType.Close ? "(close)" : Encoding.UTF8.GetString(buffer, 0, read.Count);
    }

    public async ValueTask DisposeAsync()
    {
        using var now = new CancellationTokenSource();
        await now.CancelAsync();
        await _app.StopAsync(now.Token);
        await _app.DisposeAsync();
    }

    private async Task ServeAsync(HttpContext context)
    {
        if (!context.WebSockets.IsWebSocketRequest)
        {
            Asked++;
            var address = _app.Urls.First().Replace("http:", "ws:", StringComparison.Ordinal) + "/link?ticket=secret";
            await (OnOpen is { } answer ? answer(context) : context.Response.WriteAsJsonAsync(new { ok = true, url = address }));
            return;
        }

        using var socket = await context.WebSockets.AcceptWebSocketAsync();
        await OnSocket(socket, Interlocked.Increment(ref _opened));
    }
}
