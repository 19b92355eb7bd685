using static FakeSlack.Rules;

namespace FakeSlack;

/// <summary>Composition objects: texts, options, confirmations.</summary>
internal static class TextRules
{
    private static readonly Field Type = Must("type", Text(50));

    public static readonly Rule Link = (value, path, problems) =>
    {
        Text(3000, 1)(value, path, problems);
        if (value.ValueKind == System.Text.Json.JsonValueKind.String && !Uri.TryCreate(value.GetString(), UriKind.Absolute, out _))
            problems.Add("must be a valid URL", path);
    };

    public static Rule Plain(int most, int least = 1) => ByType(new Dictionary<string, Rule>
    {
        ["plain_text"] = Object(Type, Must("text", Text(most, least)), May("emoji", Flag)),
    });

    public static Rule Mrkdwn(int most) => ByType(new Dictionary<string, Rule> { ["mrkdwn"] = MrkdwnObject(most) });

    public static Rule Either(int most) => ByType(new Dictionary<string, Rule>
    {
        ["plain_text"] = Object(Type, Must("text", Text(most, 1)), May("emoji", Flag)),
        ["mrkdwn"] = MrkdwnObject(most),
    });

    public static readonly Rule Confirm = Object(
        Must("title", Plain(100)), Must("text", Either(300)), Must("confirm", Plain(30)), Must("deny", Plain(30)),
            May("style", OneOf("primary", "danger")));

    public static Rule Option(Rule text, bool withUrl = false) => Object(
        [Must("text", text), Must("value", Text(150)), May("description", Either(75)), .. withUrl ? [May("url", Link)] : Array.Empty<Field>()]);

    public static readonly Rule PlainOption = Option(Plain(75));

    public static readonly Rule AnyOption = Option(Either(75));

    public static readonly Rule OptionGroup = Object(Must("label", Plain(75)), Must("options", List(1, 100, PlainOption)));

    public static readonly Rule DispatchConfig = Object(
        Must("trigger_actions_on", List(1, 2, OneOf("on_enter_pressed", "on_character_entered"))));

    public static readonly Rule ConversationFilter = All(
        AtLeastOne("include", "exclude_external_shared_channels", "exclude_bot_users"),
        Object(May("include", List(1, 4, OneOf("im", "mpim", "private", "public"))), May("exclude_external_shared_channels", Flag),
            May("exclude_bot_users", Flag)));

    public static readonly Rule SlackFile = All(ExactlyOne("id", "url"), Object(May("id", Text(50, 1)), May("url", Link)));

    private static Rule MrkdwnObject(int most) => Object(Type, Must("text", Text(most, 1)), May("verbatim", Flag));
}
