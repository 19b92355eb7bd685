using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace PaperBot.Tests.LanguageModels.Servers;

/// <summary>
/// A provider on a real socket of this machine, which refuses what the real one would refuse. It knows one key and one model, answers
/// "Good morning.", and where a tool is offered and was not yet called it calls that.
/// </summary>
internal abstract class ModelServer : IAsyncDisposable
{
    public const string Key = "sk-test-7f3a9c";
    public const string Model = "test-model";
    public const string CallId = "call_1";

    /// <summary>The pieces as they are streamed.</summary>
    protected static readonly string[] Pieces = ["Good ", "morn", "ing."];

    private WebApplication? _app;

    public Trouble Trouble { get; set; }

    /// <summary>Refuses all that it would else answer with this status; 0 refuses none.</summary>
    public int Status { get; set; }

    public string? RetryAfter { get; set; }

    /// <summary>The bodies of all requests, also of those that were refused.</summary>
    public ConcurrentQueue<JsonObject> Requests { get; } = new();

    public string Address => _app!.Urls.Single();

    public JsonObject Last => Requests.Last();

    /// <summary>Path and query of the last request.</summary>
    public string Target { get; private set; } = "";

    /// <summary>False takes whoever comes without a key.</summary>
    public bool WantsKey { get; set; } = true;

    /// <summary>Completes with the first request.</summary>
    public TaskCompletionSource Asked { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Completes when the caller has hung up on a server that says nothing.</summary>
    public TaskCompletionSource HungUp { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Set by who has read the beginning of a stream that is then cut.</summary>
    public TaskCompletionSource Heard { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

    protected abstract string Path { get; }

    public static async Task<T> StartAsync<T>()
        where T : ModelServer, new()
    {
        var server = new T();
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        server._app = builder.Build();
        server._app.MapPost(server.Path, server.HandleAsync);
        await server._app.StartAsync();
        return server;
    }

    public async ValueTask DisposeAsync()
    {
        if (_app is not null)
            await _app.DisposeAsync();
    }

    /// <returns>Status and error; null when the request is as the provider's reference says.</returns>
    protected abstract (int Status, string Error)? Refuse(HttpRequest request, JsonObject body);

    protected abstract JsonNode ErrorBody(int status, string error);

    protected abstract JsonNode Whole(JsonObject body);

    /// <summary>The parts of a streamed answer, each with its framing.</summary>
    protected abstract IEnumerable<string> Streamed(JsonObject body);

    /// <summary>How a stream that has begun tells of an error.</summary>
    protected abstract string ErrorPart();

    protected abstract string StreamType { get; }

    protected abstract bool IsStreamed(JsonObject body);

    protected bool Knows(HttpRequest request) => !WantsKey || request.Headers.Authorization == $"Bearer {Key}";

    protected static (int, string)? RefuseSampling(JsonNode? temperature, JsonNode? tokens) =>
        temperature is not null && (double)temperature is < 0 or > 2 ? (400, "temperature is out of range")
            : tokens is null || (int)tokens < 1 ? (400, "the answer's length is missing") : null;

    private async Task HandleAsync(HttpContext context)
    {
        var body = (JsonObject)(await JsonNode.ParseAsync(context.Request.Body, cancellationToken: context.RequestAborted))!;
        Requests.Enqueue(body);
        Target = $"{context.Request.Path}{context.Request.QueryString}";
        Asked.TrySetResult();
        if (Refuse(context.Request, body) is var (status, error))
            await WriteErrorAsync(context, status, error);
        else if (Status > 0)
            await WriteErrorAsync(context, Status, "overloaded_for_now");
        else if (Trouble == Trouble.Silence)
            await KeepSilentAsync(context);
        else if (Trouble == Trouble.WebPage)
            await WriteAsync(context, "text/html", "<!DOCTYPE html><html><body>Sign in to go on.</body></html>");
        else if (Trouble == Trouble.BrokenJson && !IsStreamed(body))
            await WriteAsync(context, "application/json", Whole(body).ToJsonString()[..^12]);
        else if (!IsStreamed(body))
            await WriteAsync(context, "application/json", Whole(body).ToJsonString());
        else
            await StreamAsync(context, body);
    }

    private async Task StreamAsync(HttpContext context, JsonObject body)
    {
        var parts = Streamed(body).ToList();
        var first = FirstWords(parts);
        context.Response.ContentType = StreamType;
        foreach (var part in Trouble is Trouble.None or Trouble.Declined or Trouble.Filtered ? parts : parts.Take(first))
        {
            await context.Response.WriteAsync(part, context.RequestAborted);
            await context.Response.Body.FlushAsync(context.RequestAborted);
        }

        if (Trouble == Trouble.BrokenJson)
            await context.Response.WriteAsync(parts[first][..^12] + "\n\n", context.RequestAborted);
        if (Trouble == Trouble.ErrorInside)
            await context.Response.WriteAsync(ErrorPart(), context.RequestAborted);
        if (Trouble == Trouble.SilenceInside)
            await KeepSilentAsync(context);
        if (Trouble == Trouble.Cut)
        {
            await Heard.Task.WaitAsync(context.RequestAborted);
            context.Abort();
        }
    }

    /// <summary>How many parts have been sent when the answer is just begun.</summary>
    protected virtual int FirstWords(List<string> parts) => parts.FindIndex(part => part.Contains(Pieces[0], StringComparison.Ordinal)) + 1;

    private async Task KeepSilentAsync(HttpContext context)
    {
        var aborted = new TaskCompletionSource();
        await using var _ = context.RequestAborted.Register(aborted.SetResult);
        await aborted.Task;
        HungUp.TrySetResult();
    }

    private Task WriteErrorAsync(HttpContext context, int status, string error)
    {
        context.Response.StatusCode = status;
        context.Response.Headers.RetryAfter = RetryAfter;
        return WriteAsync(context, "application/json", ErrorBody(status, error).ToJsonString());
    }

    private static Task WriteAsync(HttpContext context, string type, string text)
    {
        context.Response.ContentType = type;
        return context.Response.WriteAsync(text, context.RequestAborted);
    }
}

public enum Trouble
{
    None,

    /// <summary>A whole answer that breaks off in its JSON; in a stream, such a part after the first words.</summary>
    BrokenJson,

    /// <summary>What stands at another address: a page for people.</summary>
    WebPage,

    /// <summary>The connection dies after the first words of a stream.</summary>
    Cut,

    /// <summary>The stream ends after its first words as if it were whole.</summary>
    EarlyEnd,

    /// <summary>The stream tells of an error after its first words.</summary>
    ErrorInside,

    /// <summary>Takes the request and says nothing.</summary>
    Silence,

    /// <summary>Says its first words, and then nothing.</summary>
    SilenceInside,

    /// <summary>The model declines.</summary>
    Declined,

    /// <summary>A filter holds the answer.</summary>
    Filtered,

    /// <summary>A filter holds the request; goes with the status 400.</summary>
    FilteredBefore,
}
