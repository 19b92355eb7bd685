using System.Text.Json;

namespace FakeSlack;

/// <summary>Modals and Home tabs.</summary>
internal static class ViewMethods
{
    private const int LargestView = 250_000;

    public static ApiReply Open(ApiCall call) => OnTrigger(call, "modal", onTop: false);

    public static ApiReply Push(ApiCall call) => OnTrigger(call, "modal", onTop: true);

    public static ApiReply Update(ApiCall call)
    {
        var views = call.Workspace.Views;
        var view = call.Text("view_id") is { } id ? views.Find(id) : call.Text("external_id") is { } external ? views.FindExternal(external) : null;
        if (view is null)
            return call.Text("view_id") is null && call.Text("external_id") is null
                ? ApiReply.Error("invalid_arguments", "missing required field: view_id") : ApiReply.Error("not_found");
        if (call.Text("hash") is { } hash && hash != view.Hash)
            return ApiReply.Error("hash_conflict");
        return Read(call, view.Type, view.Id, out var json) ?? Shown(call, views.Update(view.Id, json));
    }

    public static ApiReply Publish(ApiCall call)
    {
        if (!call.Workspace.Knows(call.Text("user_id")!))
            return ApiReply.Error("invalid_arguments", "invalid `user_id`");
        var home = call.Workspace.Views.Home(call.Text("user_id")!);
        if (call.Text("hash") is { } hash && home is not null && hash != home.Hash)
            return ApiReply.Error("hash_conflict");
        return Read(call, "home", home?.Id, out var json) ?? Shown(call, call.Workspace.Views.Publish(call.Text("user_id")!, json));
    }

    private static ApiReply OnTrigger(ApiCall call, string type, bool onTop)
    {
        if (Read(call, type, null, out var json) is { } wrong)
            return wrong;
        var workspace = call.Workspace;
        if (call.Text("trigger_id") is not { } id)
            return ApiReply.Error("invalid_arguments", "missing required field: trigger_id");
        if (workspace.Triggers.Find(id) is not { } trigger)
            return ApiReply.Error("invalid_trigger_id");
        if (workspace.Time.GetUtcNow() > trigger.Expires)
            return ApiReply.Error("expired_trigger_id");
        if (onTop && (trigger.ViewId is null || workspace.Views.Find(trigger.ViewId) is null))
            return ApiReply.Error("not_found");
        if (!trigger.TryUse())
            return ApiReply.Error("exchanged_trigger_id");
        return workspace.Views.Push(trigger.User, json, onTop) is { } view ? Shown(call, view) : ApiReply.Error("push_limit_reached");
    }

    private static ApiReply Shown(ApiCall call, FakeView? view) =>
        view is null ? ApiReply.Error("not_found") : ApiReply.Ok(("view", call.Workspace.Shapes.View(view)));

    private static ApiReply? Read(ApiCall call, string type, string? id, out JsonElement json)
    {
        json = call.Arguments.Structure("view") ?? default;
        if (json.ValueKind != JsonValueKind.Object)
            return ApiReply.Error("invalid_arguments", "must provide an object [json-pointer:/view]");
        if (json.GetRawText().Length > LargestView)
            return ApiReply.Error("view_too_large");
        if (BlockRules.ForView(json, type) is { Count: > 0 } problems)
            return ApiReply.Error("invalid_arguments", [.. problems]);
        return call.Workspace.Views.HasExternalId(json.Text("external_id"), id) ? ApiReply.Error("duplicate_external_id") : null;
    }
}
