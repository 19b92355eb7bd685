using System.Text.Json;
using static FakeSlack.Rules;

namespace FakeSlack;

/// <summary>Buttons, menus and inputs.</summary>
internal static class ElementRules
{
    private static readonly Field Type = Must("type", Text(50));
    private static readonly Field Placeholder = May("placeholder", TextRules.Plain(150));
    private static readonly Field Confirm = May("confirm", TextRules.Confirm);
    private static readonly Field Focus = May("focus_on_load", Flag);
    private static readonly Field Dispatch = May("dispatch_action_config", TextRules.DispatchConfig);
    private static readonly Field Style = May("style", OneOf("primary", "danger"));
    private static readonly Field Label = May("accessibility_label", Text(75));
    private static readonly Field Most = May("max_selected_items", Number(1, int.MaxValue));
    private static readonly Rule Id = Text(50, 1);

    // Action ids are unique within a message or a view.
    private static readonly Field ActionId = May("action_id", (value, path, problems) =>
    {
        Text(255, 1)(value, path, problems);
        if (value.ValueKind == JsonValueKind.String && !problems.ActionIds.Add(value.GetString()!))
            problems.Add($"`action_id` \"{value.GetString()}\" already exists", path);
    });

    private static readonly Field[] Options = [May("options", List(1, 100, TextRules.PlainOption)),
        May("option_groups", List(1, 100, TextRules.OptionGroup))];
    private static readonly Rule OneSource = ExactlyOne("options", "option_groups");
    private static readonly Rule Feedback = Object(Must("text", TextRules.Plain(75)), Must("value", Text(2000)), Label);

    private static readonly Dictionary<string, Rule> Every = new()
    {
        ["button"] = Object(Type, ActionId, Must("text", TextRules.Plain(75)), May("url", TextRules.Link), May("value", Text(2000)), Style, Confirm,
            Label),
        ["checkboxes"] = Object(
            Type, ActionId, Must("options", List(1, 10, TextRules.AnyOption)), May("initial_options", List(1, 10, TextRules.AnyOption)), Confirm,
                Focus),
        ["datepicker"] = Object(Type, ActionId, May("initial_date", Date), Confirm, Focus, Placeholder),
        ["datetimepicker"] = Object(Type, ActionId, May("initial_date_time", Number(1_000_000_000, 9_999_999_999)), Confirm, Focus),
        ["email_text_input"] = Input(May("initial_value", Text(3000))),
        ["feedback_buttons"] = Object(Type, ActionId, Must("positive_button", Feedback), Must("negative_button", Feedback)),
        ["file_input"] = Object(Type, ActionId, May("filetypes", List(1, 100, Text(50, 1))), May("max_files", Number(1, 10))),
        ["icon_button"] = Object(
            Type, ActionId, Must("icon", OneOf("trash")), Must("text", TextRules.Plain(75)), May("value", Text(2000)), Confirm, Label,
            May("visible_to_user_ids", List(0, 10, Id))),
        ["image"] = All(
            ExactlyOne("image_url", "slack_file"),
            Object(Type, Must("alt_text", Text(2000)), May("image_url", TextRules.Link), May("slack_file", TextRules.SlackFile))),
        ["number_input"] = Input(
            Must("is_decimal_allowed", Flag), May("initial_value", Text(100)), May("min_value", Text(100)), May("max_value", Text(100))),
        ["overflow"] = Object(Type, ActionId, Must("options", List(1, 5, TextRules.Option(TextRules.Plain(75), withUrl: true))), Confirm),
        ["plain_text_input"] = Input(
            May("initial_value", Text(3000)), May("multiline", Flag), May("min_length", Number(0, 3000)), May("max_length", Number(1, 3000))),
        ["radio_buttons"] = Object(
            Type, ActionId, Must("options", List(1, 10, TextRules.AnyOption)), May("initial_option", TextRules.AnyOption), Confirm, Focus),
        ["rich_text_input"] = Input(
            May("initial_value", Object(Type, Must("elements", RichTextRules.Elements), May("block_id", Text(255)))),
                May("min_lines", Number(1, 100)), May("max_lines", Number(1, 100))),
        ["timepicker"] = Object(Type, ActionId, May("initial_time", Text(5, 5)), May("timezone", Text(100)), Confirm, Focus, Placeholder),
        ["url_text_input"] = Input(May("initial_value", Text(3000))),
        ["workflow_button"] = Object(Type, ActionId, Must("text", TextRules.Plain(75)), Must("workflow", (_, _, _) => { }), Style, Label, Confirm),
        ["static_select"] = All(OneSource, Menu([.. Options, May("initial_option", TextRules.PlainOption)])),
        ["multi_static_select"] = All(OneSource, Menu([.. Options, Most, May("initial_options", List(1, 100, TextRules.PlainOption))])),
        ["external_select"] = Menu(May("min_query_length", Number(0, 100)), May("initial_option", TextRules.PlainOption)),
        ["multi_external_select"] = Menu(Most, May("min_query_length", Number(0, 100)), May("initial_options", List(1, 100, TextRules.PlainOption))),
        ["users_select"] = Menu(May("initial_user", Id)),
        ["multi_users_select"] = Menu(Most, May("initial_users", List(1, 100, Id))),
        ["conversations_select"] = Menu(
            May("initial_conversation", Id), May("default_to_current_conversation", Flag), May("response_url_enabled", Flag),
                May("filter", TextRules.ConversationFilter)),
        ["multi_conversations_select"] = Menu(
            Most, May("initial_conversations", List(1, 100, Id)), May("default_to_current_conversation", Flag),
                May("filter", TextRules.ConversationFilter)),
        ["channels_select"] = Menu(May("initial_channel", Id), May("response_url_enabled", Flag)),
        ["multi_channels_select"] = Menu(Most, May("initial_channels", List(1, 100, Id))),
        ["mrkdwn"] = TextRules.Mrkdwn(3000),
        ["plain_text"] = TextRules.Plain(3000),
    };

    private static readonly string[] Menus =
    [
        "static_select", "external_select", "users_select", "conversations_select", "channels_select", "multi_static_select", "multi_external_select",
        "multi_users_select", "multi_conversations_select", "multi_channels_select",
    ];

    public static readonly Rule Button = Of("button");
    public static readonly Rule Image = Of("image");
    public static readonly Rule InContext = Of("image", "mrkdwn", "plain_text");
    public static readonly Rule InContextActions = Of("feedback_buttons", "icon_button");

    public static readonly Rule InActions = Of(
        [.. Menus, "button", "checkboxes", "datepicker", "datetimepicker", "overflow", "radio_buttons", "rich_text_input", "timepicker",
            "workflow_button"]);

    public static readonly Rule InSection = Of(
        [.. Menus, "button", "checkboxes", "datepicker", "image", "overflow", "radio_buttons", "timepicker", "workflow_button"]);

    public static readonly Rule InInput = Of(
    [
        .. Menus, "checkboxes", "datepicker", "datetimepicker", "email_text_input", "file_input", "number_input", "plain_text_input", "radio_buttons",
        "rich_text_input", "timepicker", "url_text_input",
    ]);

    private static Rule Of(params string[] types) => ByType(types.ToDictionary(type => type, type => Every[type]));

    private static Rule Menu(params Field[] fields) => Object([Type, ActionId, Placeholder, Confirm, Focus, .. fields]);

    private static Rule Input(params Field[] fields) => Object([Type, ActionId, Placeholder, Focus, Dispatch, .. fields]);

    private static void Date(JsonElement value, string path, Problems problems)
    {
        if (value.ValueKind != JsonValueKind.String || !DateOnly.TryParseExact(value.GetString(), "yyyy-MM-dd", out _))
            problems.Add("must be a date of the form YYYY-MM-DD", path);
    }
}
