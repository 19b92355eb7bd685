using System.Diagnostics;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace PaperBot.Benchmarks.Models;

/// <summary>
/// Chat completions on a socket of this machine (https://platform.openai.com/docs/api-reference/chat), so many milliseconds a token; what they say
/// is <see cref="PromptWriter"/>'s. It can fail in every way that a provider does, and remembers when it did.
/// </summary>
internal sealed partial class PacedServer : IAsyncDisposable
{
    public const string Model = "prompt-writer";

    private readonly WebApplication _app;

    private PacedServer(WebApplication app) => _app = app;

    /// <summary>Between two tokens; none where it is zero.</summary>
    public TimeSpan Pause { get; set; }

    public Failing Failing
    {
        get;
        set => (field, FailedAt) = (value, 0);
    }

    public int Requests { get; private set; }

    /// <summary>When the last answer's first sentence had been sent whole, and the token behind it.</summary>
    public long FirstSentenceAt { get; private set; }

    public long EndedAt { get; private set; }

    /// <summary>When it first failed since it was last told to: refused, broke off, or was given up because it had fallen silent; 0 before.</summary>
    public long FailedAt { get; private set; }

    public Uri Address => new($"{_app.Urls.Single()}/v1");

    /// <summary>The settings of a bot that asks it, as environment variables.</summary>
    public IReadOnlyDictionary<string, string> Variables => new Dictionary<string, string>
    {
        ["PAPERBOT_LanguageModel__Provider"] = "openai-compatible",
        ["PAPERBOT_LanguageModel__Endpoint"] = Address.AbsoluteUri,
        ["PAPERBOT_LanguageModel__Model"] = Model,
    };

    /// <param name="port">0 is a free one.</param>
    public static async Task<PacedServer> StartAsync(int port = 0)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls($"http://127.0.0.1:{port}");
        var server = new PacedServer(builder.Build());
        server._app.MapPost("/v1/chat/completions", server.AnswerAsync);
        await server._app.StartAsync().ConfigureAwait(false);
        return server;
    }

    public async ValueTask DisposeAsync() => await _app.DisposeAsync().ConfigureAwait(false);

    private async Task AnswerAsync(HttpContext context)
    {
        Requests++;
        var body = (await JsonNode.ParseAsync(context.Request.Body, cancellationToken: context.RequestAborted).ConfigureAwait(false))!;
        var (status, silent) = (Failing switch { Failing.TooManyCalls => 429, Failing.ServerError => 500, _ => 200 }, Failing == Failing.Silence);
        if (status != 200)
        {
            context.Response.StatusCode = status;
            await context.Response.WriteAsync("""{"error":{"message":"not now","type":"server_error"}}""", context.RequestAborted).ConfigureAwait(false);
            NoteFailure();
        }
        else if (silent)
        {
            await KeepSilentAsync(context).ConfigureAwait(false);
        }
        else
        {
            await StreamAsync(context, PromptWriter.Write(Told(body, "system"), Told(body, "user"))).ConfigureAwait(false);
        }
    }

    private async Task StreamAsync(HttpContext context, string written)
    {
        context.Response.ContentType = "text/event-stream";
        if (Failing == Failing.Refusal)
        {
            await SendAsync(context, new JsonObject { ["refusal"] = "I cannot help with that." }, null).ConfigureAwait(false);
            await EndAsync(context).ConfigureAwait(false);
            NoteFailure();
            return;
        }

        var tokens = Token().Matches(written).Select(token => token.Value).ToList();
        var (said, first) = (0, written.IndexOf("]. ", StringComparison.Ordinal) is >= 0 and var end ? end + 3 : written.Length);
        var dies = Failing is Failing.BrokenJson or Failing.DeadStream or Failing.SilenceInside ? tokens.Count * 2 / 3 : int.MaxValue;
        FirstSentenceAt = 0;
        for (var i = 0; i < tokens.Count && i < dies; i++)
        {
            if (Pause > TimeSpan.Zero)
                await Task.Delay(Pause, context.RequestAborted).ConfigureAwait(false);
            await SendAsync(context, new JsonObject { ["content"] = tokens[i] }, null).ConfigureAwait(false);
            said += tokens[i].Length;
            if (FirstSentenceAt == 0 && said > first)
                FirstSentenceAt = Stopwatch.GetTimestamp();
        }

        if (dies < tokens.Count)
        {
            await DieAsync(context).ConfigureAwait(false);
            return;
        }

        await EndAsync(context).ConfigureAwait(false);
        EndedAt = Stopwatch.GetTimestamp();
        FirstSentenceAt = FirstSentenceAt == 0 ? EndedAt : FirstSentenceAt;
    }

    private async Task DieAsync(HttpContext context)
    {
        if (Failing == Failing.SilenceInside)
        {
            await KeepSilentAsync(context).ConfigureAwait(false);
            return;
        }

        if (Failing == Failing.BrokenJson)
            await context.Response.WriteAsync("data: {\"id\":\"chatcmpl-1\",\"choices\":[{\"delt\n\n", context.RequestAborted).ConfigureAwait(false);
        NoteFailure();
        if (Failing == Failing.DeadStream)
            context.Abort();
    }

    private async Task KeepSilentAsync(HttpContext context)
    {
        var hungUp = new TaskCompletionSource();
        await using var _ = context.RequestAborted.Register(hungUp.SetResult);
        await hungUp.Task.ConfigureAwait(false);
        NoteFailure();
    }

    private void NoteFailure() => FailedAt = FailedAt == 0 ? Stopwatch.GetTimestamp() : FailedAt;

    private static async Task EndAsync(HttpContext context)
    {
        await SendAsync(context, [], "stop").ConfigureAwait(false);
        await context.Response.WriteAsync("data: [DONE]\n\n", context.RequestAborted).ConfigureAwait(false);
    }

    private static async Task SendAsync(HttpContext context, JsonObject delta, string? reason)
    {
        var part = new JsonObject
        {
            ["id"] = "chatcmpl-1",
            ["object"] = "chat.completion.chunk",
            ["created"] = 1_700_000_000,
            ["model"] = Model,
            ["choices"] = new JsonArray(new JsonObject { ["index"] = 0, ["delta"] = delta, ["finish_reason"] = reason }),
        };
        await context.Response.WriteAsync($"data: {part.ToJsonString()}\n\n", context.RequestAborted).ConfigureAwait(false);
        await context.Response.Body.FlushAsync(context.RequestAborted).ConfigureAwait(false);
    }

    private static string Told(JsonNode body, string role) => string.Join('\n', body["messages"]!.AsArray().Where(message => (string?)message!["role"] == role).Select(message =>
        message!["content"] is JsonArray parts ? string.Concat(parts.Select(part => (string?)part!["text"])) : (string?)message["content"]));

    // A token of English is about four letters long: https://help.openai.com/en/articles/4936856-what-are-tokens-and-how-to-count-them.
    [GeneratedRegex(@"\s*\S{1,4}")]
    private static partial Regex Token();
}

/// <summary>The ways of a provider to fail.</summary>
internal enum Failing
{
    None,

    /// <summary>Takes the request and says nothing.</summary>
    Silence,

    /// <summary>Says the first two thirds, and then nothing.</summary>
    SilenceInside,
    ServerError,
    TooManyCalls,
    Refusal,

    /// <summary>After two thirds of the answer comes what is no JSON.</summary>
    BrokenJson,

    /// <summary>After two thirds of the answer the connection is gone.</summary>
    DeadStream,
}
