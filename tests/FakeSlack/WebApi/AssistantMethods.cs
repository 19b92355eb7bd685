using System.Text.Json;

namespace FakeSlack;

/// <summary>Status, title and prompts of the agent surface.</summary>
internal static class AssistantMethods
{
    private const int MostPrompts = 4;
    private const int MostLoadingMessages = 10;

    public static ApiReply SetStatus(ApiCall call)
    {
        if (Find(call) is { } wrong)
            return wrong;
        if (call.Arguments.Structure("loading_messages") is { } loading
            && (loading.ValueKind != JsonValueKind.Array || loading.GetArrayLength() > MostLoadingMessages))
            return ApiReply.Error("invalid_arguments", "no more than 10 items allowed [json-pointer:/loading_messages]");
        var status = call.Text("status");
        call.Workspace.ChangeAssistant(call.Text("channel_id")!, call.Text("thread_ts")!, thread => thread with
        {
            Status = status,
            StatusSince = call.Workspace.Time.GetUtcNow(),
            Statuses = [.. thread.Statuses.TakeLast(50), status ?? ""],
        });
        return ApiReply.Ok();
    }

    public static ApiReply SetTitle(ApiCall call)
    {
        if (Find(call) is { } wrong)
            return wrong;
        call.Workspace.ChangeAssistant(call.Text("channel_id")!, call.Text("thread_ts")!, thread => thread with { Title = call.Text("title") });
        return ApiReply.Ok();
    }

    public static ApiReply SetSuggestedPrompts(ApiCall call)
    {
        var agent = call.Workspace.Options.Surface == AgentSurface.AgentView;
        if ((agent ? FindChannel(call) : Find(call)) is { } wrong)
            return wrong;
        if (call.Arguments.Structure("prompts") is not { ValueKind: JsonValueKind.Array } prompts)
            return ApiReply.Error("invalid_arguments", "must be an array [json-pointer:/prompts]");
        if (prompts.GetArrayLength() > MostPrompts)
            return ApiReply.Error("invalid_arguments", "no more than 4 items allowed [json-pointer:/prompts]");
        if (prompts.EnumerateArray().Any(prompt => prompt.Text("title") is null || prompt.Text("message") is null))
            return ApiReply.Error("invalid_arguments", "missing required field: title, message [json-pointer:/prompts]");
        // With agent_view a thread_ts is taken and nothing is shown; the answer says ok all the same.
        if (agent && call.Arguments.Has("thread_ts"))
            return ApiReply.Ok();
        var offered = prompts.EnumerateArray().Select(prompt => new SuggestedPrompt(prompt.Text("title")!, prompt.Text("message")!)).ToList();
        call.Workspace.ChangeAssistant(call.Text("channel_id")!, call.Text("thread_ts") ?? "", thread => thread with { Prompts = offered });
        return ApiReply.Ok();
    }

    private static ApiReply? FindChannel(ApiCall call) =>
        call.Workspace.Conversations.Find(call.Text("channel_id")) is { } channel && channel.Has(call.Workspace.BotUserId) ? null
            : ApiReply.Error("channel_not_found");

    private static ApiReply? Find(ApiCall call)
    {
        if (FindChannel(call) is { } wrong)
            return wrong;
        var ts = call.Text("thread_ts");
        var known = ts is not null && (call.Workspace.Conversations.Of(call.Text("channel_id")!).Find(ts) is not null
            || call.Workspace.Assistant(call.Text("channel_id")!, ts) is not null);
        return known ? null : ApiReply.Error("invalid_thread_ts");
    }
}
