using System.Text.Json;
using System.Text.Json.Nodes;

namespace FakeSlack;

/// <summary>What a person enters, in the form in which Slack puts it into actions and into a view's state.</summary>
internal static class Values
{
    public static JsonObject For(BlockElement element, object value) => element.Type switch
    {
        "plain_text_input" or "email_text_input" or "url_text_input" or "number_input" => new() { ["value"] = One(value) },
        "static_select" or "external_select" or "radio_buttons" or "overflow" => new() { ["selected_option"] = Option(element, Single(value)) },
        "multi_static_select" or "multi_external_select" or "checkboxes" =>
            new() { ["selected_options"] = new JsonArray([.. Several(value).Select(one => Option(element, one))]) },
        "users_select" => new() { ["selected_user"] = One(value) },
        "conversations_select" => new() { ["selected_conversation"] = One(value) },
        "channels_select" => new() { ["selected_channel"] = One(value) },
        "multi_users_select" => new() { ["selected_users"] = Json.Strings(Several(value).Select(One)) },
        "multi_conversations_select" => new() { ["selected_conversations"] = Json.Strings(Several(value).Select(One)) },
        "multi_channels_select" => new() { ["selected_channels"] = Json.Strings(Several(value).Select(One)) },
        "datepicker" => new() { ["selected_date"] = One(value) },
        "timepicker" => new() { ["selected_time"] = One(value) },
        "datetimepicker" => new() { ["selected_date_time"] = long.Parse(One(value), System.Globalization.CultureInfo.InvariantCulture) },
        "rich_text_input" => new() { ["rich_text_value"] = Json.Node(RichText.Of(One(value)))![0]!.DeepClone() },
        _ => throw new InvalidOperationException($"A {element.Type} takes no value."),
    };

    /// <summary>What stands there before anything is entered.</summary>
    public static JsonObject Initial(BlockElement element)
    {
        var (given, name) = element.Type switch
        {
            "static_select" or "external_select" or "radio_buttons" => ("initial_option", "selected_option"),
            "multi_static_select" or "multi_external_select" or "checkboxes" => ("initial_options", "selected_options"),
            "users_select" => ("initial_user", "selected_user"),
            "conversations_select" => ("initial_conversation", "selected_conversation"),
            "channels_select" => ("initial_channel", "selected_channel"),
            "multi_users_select" => ("initial_users", "selected_users"),
            "multi_conversations_select" => ("initial_conversations", "selected_conversations"),
            "multi_channels_select" => ("initial_channels", "selected_channels"),
            "datepicker" => ("initial_date", "selected_date"),
            "timepicker" => ("initial_time", "selected_time"),
            "datetimepicker" => ("initial_date_time", "selected_date_time"),
            "rich_text_input" => ("initial_value", "rich_text_value"),
            "file_input" => ("", "files"),
            _ => ("initial_value", "value"),
        };
        return new() { [name] = Json.Node(element.Json.Child(given)) ?? (name.EndsWith('s') ? new JsonArray() : null) };
    }

    public static bool HasSomething(JsonElement state) =>
        state.EnumerateObject().Any(property => property.Name != "type" && property.Value.ValueKind switch
        {
            JsonValueKind.Null => false,
            JsonValueKind.String => property.Value.GetString()!.Length > 0,
            JsonValueKind.Array => property.Value.GetArrayLength() > 0,
            _ => true,
        });

    private static IEnumerable<object> Several(object value) =>
        value is string or FakeOption ? [value] : ((System.Collections.IEnumerable)value).Cast<object>();

    private static object Single(object value) => Several(value).Single();

    private static string One(object value) => Single(value).ToString()!;

    private static JsonNode? Option(BlockElement element, object chosen)
    {
        if (chosen is FakeOption offered)
            return Json.Node(offered.Json);
        var options = element.Json.Items("options").Concat(element.Json.Items("option_groups").SelectMany(group => group.Items("options"))).ToList();
        foreach (var option in options)
            if (option.Text("value") == (string)chosen || option.Words("text") == (string)chosen)
                return Json.Node(option);
        throw new InvalidOperationException(
            $"«{element.ActionId}» has no option «{chosen}»; it has: {string.Join(", ", options.Select(option => option.Words("text")))}.");
    }
}
