using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace FakeSlack;

// Filling a modal in, submitting and closing it.
internal sealed partial class Interactions
{
    public async Task<Delivery> SubmitAsync(FakeView view, (string ActionId, object Value)[] values)
    {
        foreach (var (actionId, value) in values)
        {
            var element = Element(view.Elements, actionId);
            view = workspace.Views.Change(view.Id, current => Entered(current, element, Values.For(element, value)))!;
        }
        view = workspace.Views.Change(view.Id, WithDefaults)!;
        RequireInputs(view);
        var payload = Payload("view_submission");
        (payload["trigger_id"], payload["view"], payload["response_urls"]) = (workspace.NewTrigger(user.Id, view.Id), workspace.Shapes.View(view),
            ResponseUrls(view));
        var delivery = await SendAsync("interactive", "view_submission", payload);
        if (delivery.IsAcknowledged)
            React(view, delivery.AckJson);
        return delivery;
    }

    public async Task<Delivery?> CloseAsync(FakeView view, bool all)
    {
        var closesAll = all || view.Json.Flag("clear_on_close");
        workspace.Views.Close(user.Id, closesAll);
        if (!view.Json.Flag("notify_on_close"))
            return null;
        var payload = Payload("view_closed");
        (payload["view"], payload["is_cleared"]) = (workspace.Shapes.View(view), closesAll);
        return await SendAsync("interactive", "view_closed", payload);
    }

    /// <summary>One for each menu of conversations that asked for it and in which one is chosen.</summary>
    private JsonArray ResponseUrls(FakeView view) =>
    [
        .. from element in view.Elements
           where element.Json.Flag("response_url_enabled")
           let value = view.State.GetValueOrDefault(element.BlockId)?.GetValueOrDefault(element.ActionId)
           let channel = value?.Text("selected_conversation") ?? value?.Text("selected_channel")
           where channel is not null
           select (JsonNode)new JsonObject
           {
               ["block_id"] = element.BlockId,
               ["action_id"] = element.ActionId,
               ["channel_id"] = channel,
               ["response_url"] = workspace.ResponseUrls.New(user.Id, channel, null, null),
           },
    ];

    private static FakeView Entered(FakeView view, BlockElement element, JsonObject value)
    {
        value["type"] = element.Type;
        var block = view.State.GetValueOrDefault(element.BlockId, ImmutableDictionary<string, JsonElement>.Empty);
        return view with { State = view.State.SetItem(element.BlockId, block.SetItem(element.ActionId, Json.Element(value))) };
    }

    /// <summary>Every input is in the state, with its initial value when nothing was entered.</summary>
    private static FakeView WithDefaults(FakeView view)
    {
        foreach (var element in view.Elements.Where(element => element.HoldsState))
            if (view.State.GetValueOrDefault(element.BlockId)?.ContainsKey(element.ActionId) != true)
                view = Entered(view, element, Values.Initial(element));
        return view;
    }

    private static void RequireInputs(FakeView view)
    {
        foreach (var block in view.Json.Items("blocks").Where(block => block.Text("type") == "input" && !block.Flag("optional")))
        {
            var value = view.State[block.Text("block_id")!][block.Child("element")!.Value.Text("action_id")!];
            if (!Values.HasSomething(value))
                throw new InvalidOperationException($"Slack's client does not submit: «{block.Words("label")}» is empty.");
        }
    }

    private void React(FakeView view, JsonElement? answer)
    {
        switch (answer?.Text("response_action"))
        {
            case "errors":
                var errors = answer.Value.GetProperty("errors").EnumerateObject()
                    .ToImmutableDictionary(error => error.Name, error => error.Value.ToString());
                workspace.Views.Change(view.Id, current => current with { Errors = errors });
                break;
            case "update":
                workspace.Views.Update(view.Id, Checked(answer.Value));
                break;
            case "push":
                workspace.Views.Push(user.Id, Checked(answer.Value), onTop: true);
                break;
            case "clear":
                workspace.Views.Close(user.Id, all: true);
                break;
            default:
                workspace.Views.Close(user.Id, all: false);
                break;
        }
    }

    private static JsonElement Checked(JsonElement answer)
    {
        var view = answer.GetProperty("view");
        return BlockRules.ForView(view, "modal") is { Count: > 0 } problems
            ? throw new InvalidOperationException("Slack shows an error: " + string.Join("; ", problems)) : view;
    }
}
