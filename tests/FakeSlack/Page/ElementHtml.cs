using System.Text.Json;

namespace FakeSlack;

/// <summary>
/// Buttons, menus, inputs and texts as HTML. A form around them posts what was pressed under <c>do</c>, and inputs under their action ids.
/// </summary>
internal static class ElementHtml
{
    public static string Of(JsonElement element) => element.Text("type") switch
    {
        "mrkdwn" or "plain_text" => Words(element),
        "image" => $"<span class=image title=\"{Mrkdwn.Escape(element.Text("alt_text"))}\">{Mrkdwn.Escape(element.Text("alt_text"))}</span>",
        "button" or "workflow_button" => Button(element, element.Text("style")),
        "icon_button" => Press(element.Text("action_id"), "🗑", "icon"),
        "feedback_buttons" => Press(element.Child("positive_button")?.Words("text"), element.Child("positive_button")?.Words("text"), "icon")
            + Press(element.Child("negative_button")?.Words("text"), element.Child("negative_button")?.Words("text"), "icon"),
        "overflow" => "<span class=button>⋯</span>",
        "plain_text_input" when element.Flag("multiline") =>
            $"<textarea name=\"{Name(element)}\" rows=4>{Mrkdwn.Escape(element.Text("initial_value"))}</textarea>",
        "rich_text_input" => $"<textarea name=\"{Name(element)}\" rows=4></textarea>",
        "plain_text_input" or "email_text_input" or "url_text_input" or "number_input" => TextInput(element, element.Text("initial_value")),
        "datepicker" => TextInput(element, element.Text("initial_date")),
        "timepicker" => TextInput(element, element.Text("initial_time")),
        "external_select" or "multi_external_select" => TextInput(element, element.Child("initial_option")?.Words("text")),
        "checkboxes" => Choices(element, "checkbox", element.Items("initial_options").Select(option => option.Text("value")).ToHashSet()),
        "radio_buttons" => Choices(element, "radio", [element.Child("initial_option")?.Text("value")]),
        "static_select" or "multi_static_select" => Menu(element),
        { } type when type.EndsWith("_select", StringComparison.Ordinal) =>
            $"<span class=\"button menu\">{Mrkdwn.Plain(element.Words("placeholder") ?? "Choose…")}</span>",
        var other => $"<span class=quiet>[{Mrkdwn.Escape(other)}]</span>",
    };

    public static string Words(JsonElement? text) => text switch
    {
        { ValueKind: JsonValueKind.Object } value when value.Text("type") == "plain_text" => Mrkdwn.Plain(value.Text("text")),
        { ValueKind: JsonValueKind.Object } value => Mrkdwn.ToHtml(value.Text("text")),
        _ => "",
    };

    private static string Button(JsonElement element, string? style)
    {
        var words = Mrkdwn.Plain(element.Words("text"));
        var look = style is "primary" or "danger" ? style : "";
        return element.Text("url") is { } url ? Mrkdwn.Link(url, $"<span class=\"button {look}\">{words}</span>")
            : $"<button class=\"{look}\" name=do value=\"{Mrkdwn.Escape(element.Text("action_id") ?? element.Words("text"))}\">{words}</button>";
    }

    private static string Press(string? name, string? words, string look) =>
        $"<button class=\"{look}\" name=do value=\"{Mrkdwn.Escape(name)}\">{Mrkdwn.Plain(words)}</button>";

    private static string Name(JsonElement element) => Mrkdwn.Escape(element.Text("action_id"));

    private static string TextInput(JsonElement element, string? value) =>
        $"<input type=text name=\"{Name(element)}\" value=\"{Mrkdwn.Escape(value)}\" placeholder=\"{Mrkdwn.Escape(element.Words("placeholder"))}\">";

    private static string Choices(JsonElement element, string kind, HashSet<string?> chosen) =>
        string.Concat(element.Items("options").Select(option =>
        $"<label class=choice><input type={kind} name=\"{Name(element)}\" value=\"{Mrkdwn.Escape(option.Text("value"))}\"{(chosen.Contains(option.Text("value")) ? " checked" : "")}> {Words(option.Child("text"))}</label>"));

    private static string Menu(JsonElement element)
    {
        var initial = element.Child("initial_option")?.Text("value");
        var options = element.Items("options").Concat(element.Items("option_groups").SelectMany(group => group.Items("options")));
        var first = initial is null ? $"<option value=\"\">{Mrkdwn.Escape(element.Words("placeholder") ?? "Choose…")}</option>" : "";
        return $"<select name=\"{Name(element)}\">{first}{string.Concat(options.Select(option =>
            $"<option value=\"{Mrkdwn.Escape(option.Text("value"))}\"{(option.Text("value") == initial ? " selected" : "")}>{Mrkdwn.Escape(option.Words("text"))}</option>"))}</select>";
    }
}
