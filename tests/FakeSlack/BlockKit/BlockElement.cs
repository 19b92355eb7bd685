using System.Text.Json;

namespace FakeSlack;

/// <summary>Something in a message or a view that a person can use.</summary>
/// <param name="Type">Slack's type, such as <c>button</c>.</param>
/// <param name="ActionId">The app's name for it.</param>
/// <param name="BlockId">The block that it stands in.</param>
/// <param name="Label">The words on it, if it has some.</param>
/// <param name="Value">The value that it carries, if it does.</param>
/// <param name="Json">As the app sent it.</param>
public sealed record BlockElement(string Type, string ActionId, string BlockId, string? Label, string? Value, JsonElement Json)
{
    private static readonly HashSet<string> Interactive =
    [
        "button", "checkboxes", "datepicker", "datetimepicker", "email_text_input", "file_input", "icon_button", "number_input",
        "overflow", "plain_text_input", "radio_buttons", "rich_text_input", "timepicker", "url_text_input", "workflow_button",
        "static_select", "external_select", "users_select", "conversations_select", "channels_select", "multi_static_select",
        "multi_external_select", "multi_users_select", "multi_conversations_select", "multi_channels_select",
    ];

    /// <summary>True for an element that has the person's own value in a view or a message's state.</summary>
    internal bool HoldsState => Type is not ("button" or "icon_button" or "feedback_buttons" or "overflow" or "workflow_button");

    internal static bool IsInteractive(string? type) => type is not null && (type == "feedback_buttons" || Interactive.Contains(type));

    internal static IReadOnlyList<BlockElement> In(FakeMessage message) =>
    [
        .. In(message.Blocks),
        .. message.Attachments is { ValueKind: JsonValueKind.Array } attachments
            ? attachments.EnumerateArray().SelectMany(attachment => In(attachment.Child("blocks"))) : [],
        .. message.Unfurls.Values.SelectMany(unfurl => In(unfurl.Child("blocks"))),
    ];

    internal static IReadOnlyList<BlockElement> In(JsonElement? blocks) =>
        blocks is { ValueKind: JsonValueKind.Array } array
            ? [.. array.EnumerateArray().SelectMany(block => Under(block, block.Text("block_id") ?? ""))] : [];

    private static IEnumerable<BlockElement> Under(JsonElement parent, string blockId)
    {
        var children = parent.Items("elements").Concat(parent.Items("actions"));
        foreach (var single in (JsonElement?[])[parent.Child("accessory"), parent.Child("element")])
            if (single is { } element)
                children = children.Append(element);
        foreach (var child in children)
        {
            var type = child.Text("type") ?? "";
            if (type == "card")
                foreach (var inner in Under(child, child.Text("block_id") ?? blockId))
                    yield return inner;
            else if (type == "feedback_buttons")
                foreach (var side in (string[])["positive_button", "negative_button"])
                    yield return new(type, child.Text("action_id")
                        ?? "", blockId, child.Child(side)?.Words("text"), child.Child(side)?.Text("value"), child);
            else if (Interactive.Contains(type))
                yield return new(type, child.Text("action_id") ?? "", blockId, child.Words("text"), child.Text("value"), child);
        }
    }
}
