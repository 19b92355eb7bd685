using System.Text.Json;
using PaperBot.Slack.Blocks;
using PaperBot.Slack.Json;

namespace PaperBot.Slack.Tests.Blocks;

/// <summary>Each block and element as Slack's reference writes it, to the letter.</summary>
public sealed class BlockJsonTests
{
    private static readonly Option One = new() { Text = new PlainText("One"), Value = "1" };

    private const string OneJson = """{"text":{"type":"plain_text","text":"One"},"value":"1"}""";

    public static TheoryData<Block, string> BlocksAndJson => new()
    {
        { new DividerBlock(), """{"type":"divider"}""" },
        {
            new SectionBlock { Text = new Mrkdwn("*a*") { Verbatim = true }, Fields = [new PlainText("f")], Expand = true, BlockId = "b" },
            """{"type":"section","text":{"type":"mrkdwn","verbatim":true,"text":"*a*"},"fields":[{"type":"plain_text","text":"f"}],"expand":true,"block_id":"b"}"""
        },
        {
            new SectionBlock { Text = new PlainText("a"), Accessory = new ImageElement("https://a.example/i.png", "a chart") },
            """{"type":"section","text":{"type":"plain_text","text":"a"},"accessory":{"type":"image","image_url":"https://a.example/i.png","alt_text":"a chart"}}"""
        },
        { new HeaderBlock { Text = "Head" }, """{"type":"header","text":{"type":"plain_text","text":"Head"}}""" },
        {
            new ContextBlock { Elements = [new Mrkdwn("m"), new PlainText("p") { Emoji = false }, new ImageElement("https://a.example/i.png", "i")] },
            """{"type":"context","elements":[{"type":"mrkdwn","text":"m"},{"type":"plain_text","emoji":false,"text":"p"},"""
            + """{"type":"image","image_url":"https://a.example/i.png","alt_text":"i"}]}"""
        },
        {
            new ActionsBlock { Elements = [new Button { ActionId = "go", Text = "Go" }] },
            """{"type":"actions","elements":[{"type":"button","text":{"type":"plain_text","text":"Go"},"action_id":"go"}]}"""
        },
        {
            new ContextActionsBlock
            {
                Elements =
                [
                    new FeedbackButtons
                    {
                        ActionId = "f",
                        PositiveButton = new FeedbackButton { Text = "up", Value = "+", AccessibilityLabel = "Good" },
                        NegativeButton = new FeedbackButton { Text = "down", Value = "-" },
                    },
                    new IconButton { ActionId = "i", Icon = "trash", Text = "Delete", Value = "1", AccessibilityLabel = "Delete it" },
                ],
            },
            """{"type":"context_actions","elements":[{"type":"feedback_buttons","positive_button":"""
            + """{"text":{"type":"plain_text","text":"up"},"value":"\u002B","accessibility_label":"Good"}"""
            + ""","negative_button":{"text":{"type":"plain_text","text":"down"},"value":"-"},"action_id":"f"},"""
            + """{"type":"icon_button","icon":"trash","text":{"type":"plain_text","text":"Delete"},"value":"1","accessibility_label":"Delete it","action_id":"i"}]}"""
        },
        {
            new ImageBlock { ImageUrl = "https://a.example/i.png", AltText = "a", Title = "t" },
            """{"type":"image","image_url":"https://a.example/i.png","alt_text":"a","title":{"type":"plain_text","text":"t"}}"""
        },
        { new ImageBlock { SlackFile = new SlackFileReference("F1"), AltText = "a" }, """{"type":"image","slack_file":{"id":"F1"},"alt_text":"a"}""" },
        {
            new InputBlock { Label = "L", Element = new PlainTextInput { ActionId = "p" }, Hint = "h", Optional = true, DispatchAction = false },
            """{"type":"input","label":{"type":"plain_text","text":"L"},"element":{"type":"plain_text_input","action_id":"p"}"""
            + ""","hint":{"type":"plain_text","text":"h"},"optional":true,"dispatch_action":false}"""
        },
        { new MarkdownBlock { Text = "**a**" }, """{"type":"markdown","text":"**a**"}""" },
        {
            new RichTextBlock
            {
                Elements =
                [
                    new RichTextSection([new RichText("a") { Style = new RichTextStyle { Bold = true } }, new RichTextLink("https://a.example", "l")]),
                    new RichTextList([new RichTextSection([new RichText("i")])], "bullet"),
                    new RichTextQuote([new RichText("q")]),
                    new RichTextPreformatted([new RichText("c")]),
                ],
            },
            """{"type":"rich_text","elements":[{"type":"rich_text_section","elements":[{"type":"text","text":"a","style":{"bold":true}},"""
            + """{"type":"link","url":"https://a.example","text":"l"}]},"""
            + """{"type":"rich_text_list","elements":[{"type":"rich_text_section","elements":[{"type":"text","text":"i"}]}],"style":"bullet"},"""
            + """{"type":"rich_text_quote","elements":[{"type":"text","text":"q"}]},{"type":"rich_text_preformatted","elements":[{"type":"text","text":"c"}]}]}"""
        },
        {
            new TableBlock
            {
                Rows = [[new RawText("h"), new RichTextCell { Elements = [new RichTextSection([new RichText("x")])] }]],
                ColumnSettings = [new ColumnSettings { Align = "right", IsWrapped = true }, null],
            },
            """{"type":"table","rows":[[{"type":"raw_text","text":"h"},"""
            + """{"type":"rich_text","elements":[{"type":"rich_text_section","elements":[{"type":"text","text":"x"}]}]}]]"""
            + ""","column_settings":[{"align":"right","is_wrapped":true},null]}"""
        },
    };

    public static TheoryData<BlockElement, string> ElementsAndJson => new()
    {
        {
            new Button
            {
                ActionId = "b",
                Text = "t",
                Value = "v",
                Url = "https://a.example",
                Style = "danger",
                AccessibilityLabel = "l",
                Confirm = new ConfirmationDialog { Title = "T", Text = "X", Confirm = "Y", Deny = "N" },
            },
            """{"type":"button","text":{"type":"plain_text","text":"t"},"value":"v","url":"https://a.example","style":"danger","accessibility_label":"l","confirm":"""
            + """{"title":{"type":"plain_text","text":"T"},"text":{"type":"plain_text","text":"X"}"""
            + ""","confirm":{"type":"plain_text","text":"Y"},"deny":{"type":"plain_text","text":"N"}},"action_id":"b"}"""
        },
        {
            new Checkboxes { ActionId = "c", Options = [One], InitialOptions = [One] },
            $$"""{"type":"checkboxes","options":[{{OneJson}}],"initial_options":[{{OneJson}}],"action_id":"c"}"""
        },
        {
            new RadioButtons { ActionId = "r", Options = [One with { Text = new Mrkdwn("m"), Description = new PlainText("d") }] },
            """{"type":"radio_buttons","options":[{"text":{"type":"mrkdwn","text":"m"},"value":"1","description":{"type":"plain_text","text":"d"}}],"action_id":"r"}"""
        },
        { new OverflowMenu { ActionId = "o", Options = [One] }, $$"""{"type":"overflow","options":[{{OneJson}}],"action_id":"o"}""" },
        {
            new StaticSelect { ActionId = "s", Options = [One], InitialOption = One, Placeholder = "p" },
            $$"""{"type":"static_select","options":[{{OneJson}}],"initial_option":{{OneJson}},"placeholder":{"type":"plain_text","text":"p"},"action_id":"s"}"""
        },
        {
            new MultiStaticSelect { ActionId = "s", Options = [One], InitialOptions = [One], MaxSelectedItems = 2 },
            $$"""{"type":"multi_static_select","options":[{{OneJson}}],"initial_options":[{{OneJson}}],"max_selected_items":2,"action_id":"s"}"""
        },
        { new ExternalSelect { ActionId = "s", MinQueryLength = 0 }, """{"type":"external_select","min_query_length":0,"action_id":"s"}""" },
        {
            new MultiExternalSelect { ActionId = "s", MinQueryLength = 1, MaxSelectedItems = 4, InitialOptions = [One] },
            $$"""{"type":"multi_external_select","min_query_length":1,"initial_options":[{{OneJson}}],"max_selected_items":4,"action_id":"s"}"""
        },
        {
            new ConversationsSelect
            {
                ActionId = "s",
                DefaultToCurrentConversation = true,
                ResponseUrlEnabled = true,
                Filter = new ConversationFilter { Include = ["public"], ExcludeBotUsers = true },
            },
            """{"type":"conversations_select","default_to_current_conversation":true,"response_url_enabled":true"""
            + ""","filter":{"include":["public"],"exclude_bot_users":true},"action_id":"s"}"""
        },
        { new MultiUsersSelect { ActionId = "s", InitialUsers = ["U1"] }, """{"type":"multi_users_select","initial_users":["U1"],"action_id":"s"}""" },
        {
            new PlainTextInput { ActionId = "p", Multiline = true, InitialValue = "i", MinLength = 0, MaxLength = 9 },
            """{"type":"plain_text_input","multiline":true,"initial_value":"i","min_length":0,"max_length":9,"action_id":"p"}"""
        },
    };

    [Theory]
    [MemberData(nameof(BlocksAndJson))]
    public void Block_IsWrittenAsTheReferenceSays(Block block, string json) =>
        Assert.Equal(json, JsonSerializer.Serialize(block, SlackJson.Default.Block));

    [Theory]
    [MemberData(nameof(ElementsAndJson))]
    public void Element_IsWrittenAsTheReferenceSays(BlockElement element, string json) =>
        Assert.Equal(json, JsonSerializer.Serialize(element, SlackJson.Default.BlockElement));

    [Fact]
    public void EveryBlockAndElement_HasAnExample()
    {
        var shown = BlocksAndJson.Concat(ElementsAndJson).SelectMany(row => TypesIn((string)row[1])).ToHashSet();
        var known = typeof(Block).Assembly.GetTypes()
            .Where(type => type is { IsAbstract: false, Namespace: "PaperBot.Slack.Blocks" } && type.GetProperty("Type") is not null)
            .Where(type => !type.IsAssignableTo(typeof(View)))
            .Select(type => type.Name);
        Assert.Equal(known.Count(), shown.Count + 2); // "rich_text" is a block and a cell, "image" a block and an element
    }

    [Fact]
    public void Modal_IsWrittenAsTheReferenceSays()
    {
        var view = new ModalView
        {
            Title = "T",
            Submit = "S",
            Close = "C",
            CallbackId = "c",
            PrivateMetadata = "m",
            NotifyOnClose = true,
            Blocks = [new DividerBlock()],
        };
        const string json = """
            {"type":"modal","title":{"type":"plain_text","text":"T"},"submit":{"type":"plain_text","text":"S"},"close":{"type":"plain_text","text":"C"},
            "notify_on_close":true,"blocks":[{"type":"divider"}],"private_metadata":"m","callback_id":"c"}
            """;
        Assert.Equal(json.ReplaceLineEndings(""), JsonSerializer.Serialize(view, SlackJson.Default.ModalView));
        Assert.Equal(json.ReplaceLineEndings(""), JsonSerializer.Serialize(view, SlackJson.Default.View));
    }

    [Fact]
    public void Home_IsWrittenAsTheReferenceSays() =>
        Assert.Equal(
            """{"type":"home","blocks":[{"type":"divider"}]}""",
            JsonSerializer.Serialize(new HomeView { Blocks = [new DividerBlock()] }, SlackJson.Default.HomeView));

    private static IEnumerable<string> TypesIn(string json) => TypesIn(JsonDocument.Parse(json).RootElement);

    private static IEnumerable<string> TypesIn(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Array => element.EnumerateArray().SelectMany(TypesIn),
        JsonValueKind.Object => element.EnumerateObject().SelectMany(field =>
            field is { Name: "type", Value.ValueKind: JsonValueKind.String } ? [field.Value.GetString()!] : TypesIn(field.Value)),
        _ => [],
    };
}
