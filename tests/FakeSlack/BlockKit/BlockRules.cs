using System.Text.Json;
using static FakeSlack.Rules;

namespace FakeSlack;

/// <summary>
/// Slack's rules for blocks, by the Block Kit reference: the fields of each block, their limits, and where a block may stand. What is wrong
/// is said in the words of Slack's <c>response_metadata</c>.
/// </summary>
public static class BlockRules
{
    private const int MostInMessage = 50;
    private const int MostInView = 100;

    /// <summary>All <c>markdown</c> blocks of one payload together.</summary>
    private const int LongestMarkdown = 12_000;

    private static readonly Field Type = Must("type", Text(50));

    // Block ids are unique within a message or a view.
    private static readonly Field BlockId = May("block_id", (value, path, problems) =>
    {
        Text(255, 1)(value, path, problems);
        if (value.ValueKind == JsonValueKind.String && !problems.BlockIds.Add(value.GetString()!))
            problems.Add($"`block_id` \"{value.GetString()}\" already exists", path);
    });

    private static readonly Rule Cell = ByType(new Dictionary<string, Rule>
    {
        ["raw_text"] = Object(Type, Must("text", Text(10_000, 1))),
        ["rich_text"] = Object(Type, BlockId, Must("elements", RichTextRules.Elements)),
    });

    private static readonly Rule Card = All(
        AtLeastOne("hero_image", "title", "actions", "body"),
        Object(
            Type, BlockId, May("hero_image", ElementRules.Image), May("icon", ElementRules.Image), May("title", TextRules.Mrkdwn(150)),
            May("subtitle", TextRules.Mrkdwn(150)), May("body", TextRules.Mrkdwn(200)), May("actions", List(1, 3, ElementRules.Button))));

    private static readonly Rule RichTextObject = Object(Type, May("block_id", Text(255)), Must("elements", RichTextRules.Elements));

    private static readonly Rule TaskCard = Object(
        Type, BlockId, Must("task_id", Text(255, 1)), Must("title", Text(3000, 1)), May("details", RichTextObject), May("output", RichTextObject),
        May("sources", List(0, 100, Object(Type, Must("url", TextRules.Link), Must("text", Text(3000, 1))))),
        Must("status", OneOf("pending", "in_progress", "complete", "error")));

    private static readonly Dictionary<string, Rule> Everywhere = new()
    {
        ["actions"] = Object(Type, BlockId, Must("elements", List(1, 25, ElementRules.InActions))),
        ["context"] = Object(Type, BlockId, Must("elements", List(1, 10, ElementRules.InContext))),
        ["divider"] = Object(Type, BlockId),
        ["header"] = Object(Type, BlockId, Must("text", TextRules.Plain(150)), May("level", Number(1, 6))),
        ["image"] = All(
            ExactlyOne("image_url", "slack_file"),
            Object(
                Type, BlockId, Must("alt_text", Text(2000)), May("title", TextRules.Plain(2000)), May("image_url", TextRules.Link),
                May("slack_file", TextRules.SlackFile))),
        ["input"] = Object(
            Type, BlockId, Must("label", TextRules.Plain(2000)), Must("element", ElementRules.InInput), May("hint", TextRules.Plain(2000)),
            May("optional", Flag), May("dispatch_action", Flag)),
        ["rich_text"] = Object(Type, BlockId, Must("elements", RichTextRules.Elements)),
        ["section"] = All(
            AtLeastOne("text", "fields"),
            Object(
                Type, BlockId, May("text", TextRules.Either(3000)), May("fields", List(1, 10, TextRules.Either(2000))),
                May("accessory", ElementRules.InSection), May("expand", Flag))),
        ["video"] = Object(
            Type, BlockId, Must("alt_text", Text(200, 1)), Must("title", TextRules.Plain(199)), Must("video_url", TextRules.Link),
            Must("thumbnail_url", TextRules.Link), May("title_url", TextRules.Link), May("author_name", Text(49)), May("provider_name", Text(50)),
            May("provider_icon_url", TextRules.Link), May("description", TextRules.Plain(200))),
        ["alert"] = Object(
            Type, BlockId, Must("text", TextRules.Either(200)), May("level", OneOf("default", "info", "warning", "error", "success"))),
    };

    private static readonly Rule InMessage = ByType(new Dictionary<string, Rule>(Everywhere)
    {
        ["context_actions"] = Object(Type, BlockId, Must("elements", List(1, 5, ElementRules.InContextActions))),
        ["markdown"] = Object(Type, BlockId, Must("text", Text(LongestMarkdown, 1))),
        ["table"] = Object(
            Type, BlockId, Must("rows", List(1, 100, List(1, 20, Cell))),
            May("column_settings", List(0, 20, Object(May("align", OneOf("left", "center", "right")), May("is_wrapped", Flag))))),
        ["card"] = Card,
        ["carousel"] = Object(Type, BlockId, Must("elements", List(1, 10, ByType(new Dictionary<string, Rule> { ["card"] = Card })))),
        ["task_card"] = TaskCard,
        ["plan"] = Object(Type, BlockId, Must("title", Text(3000, 1)), May("tasks", List(0, 50, TaskCard))),
    });

    private static readonly Rule InView = ByType(Everywhere);

    private static readonly Field[] ViewFields =
    [
        Type, Must("blocks", List(1, MostInView, InView)), May("private_metadata", Text(3000)), May("callback_id", Text(255)),
            May("external_id", Text(255)),
    ];

    private static readonly Rule Modal = Object(
    [
        .. ViewFields, Must("title", TextRules.Plain(24)), May("close", TextRules.Plain(24)), May("submit", TextRules.Plain(24)),
        May("clear_on_close", Flag), May("notify_on_close", Flag), May("submit_disabled", Flag),
    ]);

    private static readonly Rule Home = Object(ViewFields);

    /// <summary>What is wrong with the blocks of a message; nothing when all is well.</summary>
    public static IReadOnlyList<string> ForMessage(JsonElement blocks)
    {
        var problems = new Problems();
        List(0, MostInMessage, InMessage)(blocks, "/blocks", problems);
        if (blocks.ValueKind != JsonValueKind.Array)
            return problems.All;
        var all = blocks.EnumerateArray().ToList();
        if (all.Count(block => block.Text("type") == "table") > 1)
            problems.Add("only_one_table_allowed", "/blocks");
        if (all.Where(block => block.Text("type") == "markdown").Sum(block => block.Text("text")?.Length ?? 0) > LongestMarkdown)
            problems.Add($"markdown blocks together must be less than {LongestMarkdown + 1} characters", "/blocks");
        return problems.All;
    }

    /// <summary>What is wrong with a view of this type; nothing when all is well.</summary>
    public static IReadOnlyList<string> ForView(JsonElement view, string type)
    {
        var problems = new Problems();
        if (view.Text("type") != type)
            problems.Add($"must be one of: {type}", "/view/type");
        (type == "modal" ? Modal : Home)(view, "/view", problems);
        // Slack shows a modal with inputs only when it can be submitted.
        if (type == "modal" && view.Child("submit") is null && view.Items("blocks").Any(block => block.Text("type") == "input"))
            problems.Add("missing required field: submit", "/view");
        return problems.All;
    }

    /// <summary>What is wrong with the options that an app answered to a menu; nothing when all is well.</summary>
    public static IReadOnlyList<string> ForOptions(JsonElement answer)
    {
        var problems = new Problems();
        All(
            ExactlyOne("options", "option_groups"),
            Object(May("options", List(0, 100, TextRules.PlainOption)), May("option_groups", List(0, 100, TextRules.OptionGroup))))(answer, "",
                problems);
        return problems.All;
    }
}
