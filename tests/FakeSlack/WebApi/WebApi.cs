using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace FakeSlack;

/// <summary>A call of the Web API, as it was made and answered.</summary>
/// <param name="Method">The method's name.</param>
/// <param name="Arguments">Its arguments, the token left out.</param>
/// <param name="At">When it came.</param>
/// <param name="Error">Slack's error code; null when it went well.</param>
/// <param name="Fault">The fault that met it, if one did.</param>
public sealed record FakeCall(string Method, IReadOnlyDictionary<string, JsonElement> Arguments, DateTimeOffset At, string? Error, string? Fault)
{
    /// <summary>An argument's text.</summary>
    public string? this[string name] => Arguments.TryGetValue(name, out var value) ? value.ToString() : null;
}

/// <summary>Answers calls in Slack's order: the fault planned for it, the token, the limit, the scope, the arguments, the method itself.</summary>
internal sealed class WebApi(FakeWorkspace workspace)
{
    private readonly Dictionary<string, ApiMethod> _methods = ApiMethods.All.ToDictionary(method => method.Name, StringComparer.Ordinal);
    private readonly RateLimits _limits = new(workspace.Options, workspace.Time);
    private readonly RecentLog<FakeCall> _log = new(workspace.Options.LogCapacity);
    private long _count;

    public IReadOnlyList<FakeCall> Log => _log.Snapshot();

    public long Count => Interlocked.Read(ref _count);

    public Signals<FakeCall> Signals { get; } = new();

    public async Task AnswerAsync(HttpContext context, string name)
    {
        var arguments = await ReadAsync(context);
        var at = workspace.Time.GetUtcNow();
        var fault = workspace.Faults.For(name);
        ApiReply? reply = null;
        if (fault is null || await fault.BeforeAsync(context, workspace) is not { } instead)
            reply = arguments is null ? ApiReply.Error("invalid_json") : Answer(context.Request, name, arguments);
        else
            reply = instead.Reply;
        arguments?.Forget("token");
        var call = new FakeCall(name, arguments?.All ?? new Dictionary<string, JsonElement>(), at, reply?.ErrorCode, fault?.ToString());
        Interlocked.Increment(ref _count);
        _log.Add(call);
        Signals.Publish(name, call);
        if (reply is null || fault?.LosesReply == true)
            context.Abort();
        else
            await WriteAsync(context, reply, arguments);
    }

    private static async Task<Arguments?> ReadAsync(HttpContext context)
    {
        try
        {
            return await Arguments.ReadAsync(context.Request, context.RequestAborted);
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            return null;
        }
    }

    private ApiReply Answer(HttpRequest request, string name, Arguments arguments)
    {
        if (!_methods.TryGetValue(name, out var method))
            return ApiReply.Error("unknown_method");
        var token = request.Headers.Authorization.ToString() is { Length: > 7 } header ? header[7..] : arguments.Text("token");
        if (string.IsNullOrEmpty(token))
            return name == "api.test" ? method.Handle(new ApiCall(workspace, name, arguments)) : ApiReply.Error("not_authed");
        if (token != workspace.BotToken && token != workspace.AppToken)
            return ApiReply.Error("invalid_auth");
        if (method.ForApp != (token == workspace.AppToken) && name is not ("api.test" or "auth.test"))
            return ApiReply.Error("not_allowed_token_type");
        if (_limits.Check(method, arguments.Text("channel")) is { } wait)
            return ApiReply.RateLimited(wait);
        if (arguments.CameAsJson && !method.TakesJson)
            return ApiReply.Error("invalid_arguments",
                [.. method.Required.Select(field => $"missing required field: {field}"), $"{name} reads form-encoded arguments only"]);
        return MissingScope(method, arguments) ?? WrongArguments(method, arguments) ?? method.Handle(new ApiCall(workspace, name, arguments));
    }

    private ApiReply? MissingScope(ApiMethod method, Arguments arguments)
    {
        if (method.Scopes is not { } needed)
            return null;
        if (needed.StartsWith('*'))
        {
            var channel = workspace.Conversations.Find(arguments.Text("channel"));
            needed = (channel?.ScopeFamily ?? "channels") + needed[1..];
        }
        if (workspace.Options.Scopes.Contains(needed))
            return null;
        var reply = ApiReply.Error("missing_scope");
        (reply.Body["needed"], reply.Body["provided"]) = (needed, workspace.GrantedScopes);
        return reply;
    }

    private static ApiReply? WrongArguments(ApiMethod method, Arguments arguments)
    {
        string[] wrong =
        [
            .. method.Required.Where(field => !arguments.Has(field)).Select(field => $"missing required field: {field}"),
            .. arguments.Names.Except(method.Required).Except(method.Optional).Where(field => field != "token")
                .Select(field => $"unknown field: {field}"),
        ];
        return wrong.Length == 0 ? null : ApiReply.Error("invalid_arguments", wrong);
    }

    private async Task WriteAsync(HttpContext context, ApiReply reply, Arguments? arguments)
    {
        context.Response.StatusCode = reply.Status;
        context.Response.ContentType = "application/json; charset=utf-8";
        context.Response.Headers["X-OAuth-Scopes"] = workspace.GrantedScopes;
        context.Response.Headers["X-Slack-Req-Id"] = Ids.HexString(32);
        if (reply.RetryAfter is { } wait)
            context.Response.Headers.RetryAfter = Math.Max(1, (int)Math.Ceiling(wait.TotalSeconds))
                .ToString(System.Globalization.CultureInfo.InvariantCulture);
        if (arguments?.CameAsJson == true && context.Request.ContentType?.Contains("charset", StringComparison.OrdinalIgnoreCase) != true)
        {
            reply.Body["warning"] = "missing_charset";
            reply.Body["response_metadata"] ??= new JsonObject();
            reply.Body["response_metadata"]!["warnings"] = new JsonArray("missing_charset");
        }
        await context.Response.Body.WriteAsync(JsonSerializer.SerializeToUtf8Bytes(reply.Body, Json.Plain), context.RequestAborted);
    }
}
