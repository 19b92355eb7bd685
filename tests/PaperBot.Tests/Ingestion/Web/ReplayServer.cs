using System.Collections.Concurrent;
using System.Net;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace PaperBot.Tests.Ingestion.Web;

/// <summary>What a source was asked.</summary>
internal sealed record Asked(string Method, string Path, string Query, IReadOnlyDictionary<string, string> Headers, string Body, DateTimeOffset At)
{
    public string Line => WebUtility.UrlDecode(Path + Query);
}

/// <summary>A server on 127.0.0.1 that stands for all sources: each request gets what the test put in line, then what it says of the path.</summary>
internal sealed class ReplayServer : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly ConcurrentQueue<Func<HttpContext, Task>> _line = new();
    private readonly ConcurrentDictionary<string, Func<HttpContext, Task>> _paths = new();
    private readonly ConcurrentQueue<Asked> _asked = new();
    private readonly TimeProvider _time;

    private ReplayServer(TimeProvider time)
    {
        _time = time;
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0");
        _app = builder.Build();
        _app.Run(AnswerAsync);
    }

    public string Address { get; private set; } = "";

    public IReadOnlyList<Asked> Asked => [.. _asked];

    public static async Task<ReplayServer> StartAsync(TimeProvider time)
    {
        var server = new ReplayServer(time);
        await server._app.StartAsync();
        server.Address = server._app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single();
        return server;
    }

    /// <summary>The next request, whatever it asks, gets this; faults are put in line before the answers.</summary>
    public ReplayServer Next(int status, string body = "", params (string Name, string Value)[] headers) => Next(Answer(status, body, headers));

    public ReplayServer Next(Func<HttpContext, Task> answer)
    {
        _line.Enqueue(answer);
        return this;
    }

    /// <summary>Promises the whole body and sends half of it.</summary>
    public ReplayServer NextCut(string body) => Next(async context =>
    {
        var bytes = Encoding.UTF8.GetBytes(body);
        context.Response.ContentLength = bytes.Length;
        await context.Response.Body.WriteAsync(bytes.AsMemory(0, bytes.Length / 2));
        await context.Response.Body.FlushAsync();
        context.Abort();
    });

    /// <summary>Begins no answer until the client gives up.</summary>
    public ReplayServer NextSilent(Action asked) => Next(async context =>
    {
        asked();
        var gone = new TaskCompletionSource();
        await using var _ = context.RequestAborted.Register(gone.SetResult);
        await gone.Task;
    });

    /// <summary>Every request to a path gets this, once nothing is in line.</summary>
    /// <param name="path">Of the address; with a query where only requests that contain it are meant.</param>
    public ReplayServer At(string path, string body, params (string Name, string Value)[] headers)
    {
        _paths[path] = Answer(200, body, headers);
        return this;
    }

    public ReplayServer At(string path, Func<HttpContext, Task> answer)
    {
        _paths[path] = answer;
        return this;
    }

    public async ValueTask DisposeAsync() => await _app.DisposeAsync();

    public static Func<HttpContext, Task> Answer(int status, string body, params (string Name, string Value)[] headers) => async context =>
    {
        context.Response.StatusCode = status;
        foreach (var (name, value) in headers)
            context.Response.Headers[name] = value;
        if (body.Length > 0)
            await context.Response.Body.WriteAsync(Encoding.UTF8.GetBytes(body));
    };

    private async Task AnswerAsync(HttpContext context)
    {
        using var reader = new StreamReader(context.Request.Body);
        var headers = context.Request.Headers.ToDictionary(header => header.Key, header => header.Value.ToString(), StringComparer.OrdinalIgnoreCase);
        _asked.Enqueue(new Asked(context.Request.Method, context.Request.Path, context.Request.QueryString.Value ?? "", headers, await reader.ReadToEndAsync(), _time.GetUtcNow()));
        if (_line.TryDequeue(out var next))
        {
            await next(context);
            return;
        }

        var line = WebUtility.UrlDecode(context.Request.Path + context.Request.QueryString.Value);
        var match = _paths.Where(path => line.StartsWith(path.Key.Split('?')[0], StringComparison.Ordinal) && line.Contains(path.Key.Split('?')[^1], StringComparison.Ordinal)).OrderByDescending(path => path.Key.Length);
        await (match.Select(path => path.Value).FirstOrDefault() ?? Answer(404, ""))(context);
    }
}
