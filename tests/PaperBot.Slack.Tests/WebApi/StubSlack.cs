using System.Collections.Concurrent;
using System.Threading.Channels;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace PaperBot.Slack.Tests.WebApi;

/// <summary>
/// A server on a real socket that keeps what it was sent and answers by script: the last answer for an address stands for all that come after.
/// </summary>
internal sealed class StubSlack : IAsyncDisposable
{
    public delegate Task Answer(HttpContext context);

    private readonly ConcurrentDictionary<string, Queue<Answer>> _answers = new();
    private readonly ConcurrentQueue<StubRequest> _requests = new();
    private readonly Channel<StubRequest> _arrivals = Channel.CreateUnbounded<StubRequest>();
    private readonly WebApplication _app;
    private readonly TimeProvider _time;

    private StubSlack(TimeProvider time)
    {
        _time = time;
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        _app = builder.Build();
        _app.Run(HandleAsync);
    }

    public Uri Url => new(_app.Urls.Single());

    public Uri ApiUrl => new(Url, "/api/");

    public IReadOnlyList<StubRequest> Requests => [.. _requests];

    public static async Task<StubSlack> StartAsync(TimeProvider? time = null)
    {
        var stub = new StubSlack(time ?? TimeProvider.System);
        await stub._app.StartAsync();
        return stub;
    }

    public static Answer Json(string json, int status = 200) => Text(json, status, "application/json; charset=utf-8");

    public static Answer Text(string text, int status, string type = "text/plain") => async context =>
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = type;
        await context.Response.WriteAsync(text);
    };

    public static Answer RateLimited(int seconds) => async context =>
    {
        context.Response.Headers.RetryAfter = seconds.ToString(System.Globalization.CultureInfo.InvariantCulture);
        await Json("""{"ok":false,"error":"ratelimited"}""", 429)(context);
    };

    public static Task Broken(HttpContext context)
    {
        context.Abort();
        return Task.CompletedTask;
    }

    public static async Task Silent(HttpContext context)
    {
        var gone = new TaskCompletionSource();
        await using var registration = context.RequestAborted.Register(gone.SetResult);
        await gone.Task;
    }

    public StubSlack On(string method, params Answer[] answers) => OnPath("/api/" + method, answers);

    public StubSlack OnPath(string path, params Answer[] answers)
    {
        _answers[path] = new Queue<Answer>(answers);
        return this;
    }

    public StubRequest[] To(string method) => [.. _requests.Where(request => request.Path == "/api/" + method)];

    /// <summary>Waits until so many more requests are there.</summary>
    public async Task WaitForAsync(int requests)
    {
        for (var arrived = 0; arrived < requests; arrived++)
            await _arrivals.Reader.ReadAsync();
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private async Task HandleAsync(HttpContext context)
    {
        using var reader = new StreamReader(context.Request.Body);
        var body = await reader.ReadToEndAsync();
        var request = new StubRequest(
            context.Request.Method,
            context.Request.Path + context.Request.QueryString,
            context.Request.Headers.Authorization.ToString(),
            context.Request.ContentType,
            body,
            _time.GetUtcNow());
        _requests.Enqueue(request);
        _arrivals.Writer.TryWrite(request);
        if (!_answers.TryGetValue(context.Request.Path, out var answers))
        {
            await Json("""{"ok":false,"error":"unknown_method"}""")(context);
            return;
        }

        Answer answer;
        lock (answers)
            answer = answers.Count > 1 ? answers.Dequeue() : answers.Peek();
        await answer(context);
    }
}

internal sealed record StubRequest(string Method, string Path, string Authorization, string? ContentType, string Body, DateTimeOffset At);
