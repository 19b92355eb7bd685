using System.Net.Http.Headers;
using System.Net.WebSockets;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using FakeSlack;

namespace PaperBot.Slack.Tests.Workspace;

/// <summary>An app without a client: plain HTTP and a plain web socket, so that the workspace is tested by what is on the wire.</summary>
internal sealed class RawApp(FakeWorkspace workspace) : IDisposable
{
    private readonly HttpClient _http = new();

    public async Task<JsonElement> CallAsync(string method, object? arguments = null, string? token = null)
    {
        using var response = await SendAsync(method, arguments, token);
        return JsonSerializer.Deserialize<JsonElement>(await response.Content.ReadAsStringAsync());
    }

    public async Task<HttpResponseMessage> SendAsync(string method, object? arguments = null, string? token = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(workspace.ApiUrl, method))
        {
            Content = new StringContent(JsonSerializer.Serialize(arguments ?? new { }), Encoding.UTF8, "application/json"),
        };
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token ?? workspace.BotToken);
        return await _http.SendAsync(request);
    }

    public async Task<JsonElement> FormAsync(string method, params (string Name, string Value)[] arguments)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(workspace.ApiUrl, method))
        {
            Content = new FormUrlEncodedContent(arguments.Select(argument => KeyValuePair.Create(argument.Name, argument.Value))),
        };
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", workspace.BotToken);
        using var response = await _http.SendAsync(request);
        return JsonSerializer.Deserialize<JsonElement>(await response.Content.ReadAsStringAsync());
    }

    public async Task<(int Status, string Body)> PostAsync(string url, object body)
    {
        using var content = new StringContent(JsonSerializer.Serialize(body), Encoding.UTF8, "application/json");
        using var response = await _http.PostAsync(new Uri(url), content);
        return ((int)response.StatusCode, await response.Content.ReadAsStringAsync());
    }

    public async Task<RawSocket> ConnectAsync()
    {
        var opened = await CallAsync("apps.connections.open", token: workspace.AppToken);
        var socket = new ClientWebSocket();
        await socket.ConnectAsync(new Uri(opened.GetProperty("url").GetString()!), default);
        var raw = new RawSocket(socket);
        Assert.Equal("hello", (await raw.ReadAsync()).GetProperty("type").GetString());
        return raw;
    }

    public void Dispose() => _http.Dispose();
}

/// <summary>A socket of which each frame is read and written by hand.</summary>
internal sealed class RawSocket(ClientWebSocket socket) : IDisposable
{
    public WebSocketState State => socket.State;

    /// <summary>The next frame; an undefined element when the server closed.</summary>
    public async Task<JsonElement> ReadAsync()
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(10));
        var buffer = new byte[1 << 20];
        var length = 0;
        while (true)
        {
            var read = await socket.ReceiveAsync(buffer.AsMemory(length), patience.Token);
            if (read.MessageType == WebSocketMessageType.Close)
                return default;
            length += read.Count;
            if (read.EndOfMessage)
                return JsonSerializer.Deserialize<JsonElement>(buffer.AsSpan(0, length));
        }
    }

    public async Task AckAsync(JsonElement envelope, JsonNode? payload = null)
    {
        var ack = new JsonObject { ["envelope_id"] = envelope.GetProperty("envelope_id").GetString() };
        if (payload is not null)
            ack["payload"] = payload;
        await socket.SendAsync(Encoding.UTF8.GetBytes(ack.ToJsonString()), WebSocketMessageType.Text, true, default);
    }

    public void Dispose() => socket.Dispose();
}
