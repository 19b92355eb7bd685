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
        "icon_button" => Icon(element.Text("action_id"), "🗑"),
        "feedback_buttons" => Feedback(element, "positive_button") + Feedback(element, "negative_button"),
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
        return element.Text("url") is { } url ? Mrkdwn.Link(url, Html.Span($"button {look}", words))
            : Html.Press(element.Text("action_id") ?? element.Words("text"), words, look);
    }

    private static string Feedback(JsonElement element, string side) =>
        Icon(element.Child(side)?.Words("text"), element.Child(side)?.Words("text"));

    private static string Icon(string? name, string? words) => Html.Press(name, Mrkdwn.Plain(words), "icon");

    private static string Name(JsonElement element) => Mrkdwn.Escape(element.Text("action_id"));

    private static string TextInput(JsonElement element, string? value) =>
        $"<input type=text name=\"{Name(element)}\" value=\"{Mrkdwn.Escape(value)}\" placeholder=\"{Mrkdwn.Escape(element.Words("placeholder"))}\">";

    private static string Choices(JsonElement element, string kind, HashSet<string?> chosen) => Html.Each(element.Items("options"), option =>
    {
        var isChosen = chosen.Contains(option.Text("value")) ? " checked" : "";
        var box = $"<input type={kind} name=\"{Name(element)}\" value=\"{Mrkdwn.Escape(option.Text("value"))}\"{isChosen}>";
        return $"<label class=choice>{box} {Words(option.Child("text"))}</label>";
    });

    private static string Menu(JsonElement element)
    {
        var initial = element.Child("initial_option")?.Text("value");
        var options = element.Items("options").Concat(element.Items("option_groups").SelectMany(group => group.Items("options")));
        var first = initial is null ? Option("", element.Words("placeholder") ?? "Choose…", false) : "";
        var rest = Html.Each(options, option => Option(option.Text("value"), option.Words("text"), option.Text("value") == initial));
        return $"<select name=\"{Name(element)}\">{first}{rest}</select>";
    }

    private static string Option(string? value, string? words, bool isChosen) =>
        $"<option value=\"{Mrkdwn.Escape(value)}\"{(isChosen ? " selected" : "")}>{Mrkdwn.Escape(words)}</option>";
}
