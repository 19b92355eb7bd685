using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace FakeSlack;

/// <summary>A post to a response URL.</summary>
/// <param name="User">The person whose command or click it answers.</param>
/// <param name="Body">What was posted.</param>
/// <param name="Status">The HTTP status that Slack answered with.</param>
/// <param name="Answer">Slack's answer: <c>ok</c> or an error code.</param>
public sealed record ResponsePost(string User, JsonElement Body, int Status, string Answer);

/// <summary>Response URLs: five uses within thirty minutes.</summary>
internal sealed class ResponseUrls(FakeWorkspace workspace)
{
    private static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(30);
    private static readonly HashSet<string> Fields =
    [
        "attachments", "blocks", "delete_original", "markdown_text", "metadata", "mrkdwn", "parse", "replace_original", "response_type", "text",
        "thread_ts", "unfurl_links", "unfurl_media",
    ];

    private readonly Recent<ResponseTicket> _tickets = new();
    private readonly RecentLog<ResponsePost> _log = new(workspace.Options.LogCapacity);

    public IReadOnlyList<ResponsePost> Log => _log.Snapshot();

    public string New(string user, string channel, string? threadTs, FakeMessage? message) => $"{workspace.BaseUrl}response/" + _tickets.Issue(
        Ids.Secret(32), new ResponseTicket(user, channel, threadTs, message, workspace.Time.GetUtcNow() + Lifetime));

    public async Task TakeAsync(HttpContext context, string secret)
    {
        using var reader = new StreamReader(context.Request.Body);
        var body = Json.Parse(await reader.ReadToEndAsync(context.RequestAborted));
        var fault = workspace.Faults.For(ApiFaults.ResponseUrl);
        var instead = fault is null ? null : await fault.BeforeAsync(context, workspace);
        var (status, answer) = instead is null ? Answer(secret, body) : (instead.Reply?.Status ?? 0, instead.Reply?.ErrorCode ?? "");
        _log.Add(new ResponsePost(_tickets.Find(secret)?.User ?? "", body ?? default, status, answer));
        if (status == 0 || fault?.LosesReply == true)
        {
            context.Abort();
            return;
        }
        context.Response.StatusCode = status;
        if (instead?.Reply?.RetryAfter is { } wait)
            context.Response.Headers.RetryAfter = ((int)Math.Ceiling(wait.TotalSeconds)).ToString(System.Globalization.CultureInfo.InvariantCulture);
        await context.Response.WriteAsync(answer, context.RequestAborted);
    }

    /// <summary>Shows what an acknowledgement carried, as it shows a post to a response URL.</summary>
    /// <returns>The message; null when it could not be shown.</returns>
    public FakeMessage? Show(ResponseTicket ticket, JsonElement body) => Apply(ticket, body).Shown;

    private (int Status, string Answer) Answer(string secret, JsonElement? body)
    {
        if (_tickets.Find(secret) is not { } ticket)
            return (404, "no_such_url");
        if (workspace.Time.GetUtcNow() > ticket.Expires)
            return (404, "expired_url");
        if (body is not { ValueKind: JsonValueKind.Object } given)
            return (400, "invalid_payload");
        if (!ticket.TryUse())
            return (404, "used_url");
        var (status, answer, _) = Apply(ticket, given);
        return (status, answer);
    }

    private (int Status, string Answer, FakeMessage? Shown) Apply(ResponseTicket ticket, JsonElement body)
    {
        if (body.EnumerateObject().Any(field => !Fields.Contains(field.Name)))
            return (400, "invalid_payload", null);
        if (body.Flag("delete_original"))
            return Delete(ticket);
        var blocks = body.Child("blocks") ?? (body.Text("markdown_text") is { } markdown
            ? JsonSerializer.SerializeToElement(new[] { new { type = "markdown", text = markdown } }) : (JsonElement?)null);
        if (MessageContent.CheckBlocks(blocks) is { } wrong)
            return (400, wrong.ErrorCode!, null);
        var text = body.Text("text") ?? body.Text("markdown_text") ?? "";
        if (text.Length == 0 && blocks is null && body.Child("attachments") is null)
            return (400, "no_text", null);
        var named = blocks is { ValueKind: JsonValueKind.Array } given && given.GetArrayLength() > 0 ? BlockNames.Fill(given) : (JsonElement?)null;
        if (body.Flag("replace_original") && ticket.Message is { } original)
            return Replace(original, text, named, body.Child("attachments"));
        return (200, "ok", Post(ticket, body, new FakeMessage
        {
            Channel = ticket.Channel,
            Ts = "",
            User = workspace.BotUserId,
            BotId = workspace.BotId,
            Text = text,
            Blocks = named,
            Attachments = body.Child("attachments"),
            Metadata = body.Child("metadata"),
            ThreadTs = body.Text("thread_ts") ?? ticket.ThreadTs,
        }));
    }

    private FakeMessage Post(ResponseTicket ticket, JsonElement body, FakeMessage message)
    {
        if (body.Text("response_type") != "in_channel")
            return workspace.Conversations.PostEphemeral(message, ticket.User);
        // Unlike an ephemeral one, a message in the channel is threaded only when the app says so.
        var posted = workspace.Conversations.Post(message with { ThreadTs = body.Text("thread_ts") });
        workspace.Events.Posted(posted);
        return posted;
    }

    private (int Status, string Answer, FakeMessage? Shown) Replace(FakeMessage original, string text, JsonElement? blocks, JsonElement? attachments)
    {
        FakeMessage Changed(FakeMessage before) => before with { Text = text, Blocks = blocks, Attachments = attachments };
        var changed = original.EphemeralTo is { } user
            ? workspace.Conversations.ChangeEphemeral(user, original.Ts, before =>
                Changed(before) with { History = before.History.Add(before with { History = [] }) })
            : workspace.Edit(original, Changed, shown: false, workspace.BotUserId);
        return changed is null ? (404, "message_not_found", null) : (200, "ok", changed);
    }

    private (int Status, string Answer, FakeMessage? Shown) Delete(ResponseTicket ticket)
    {
        if (ticket.Message is not { } original)
            return (400, "invalid_payload", null);
        if (original.EphemeralTo is { } user)
            workspace.Conversations.EphemeralsOf(user).Delete(original.Ts);
        else
            workspace.Remove(original);
        return (200, "ok", null);
    }
}
