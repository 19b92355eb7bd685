using static FakeSlack.Rules;

namespace FakeSlack;

/// <summary>What rich text is made of.</summary>
internal static class RichTextRules
{
    private static readonly Field Type = Must("type", Rules.Text(50));
    private static readonly Field Style = May("style", Object(
        May("bold", Flag), May("italic", Flag), May("strike", Flag), May("code", Flag), May("underline", Flag), May("highlight", Flag),
        May("client_highlight", Flag), May("unlink", Flag)));

    private static readonly Field Border = May("border", Number(0, 1));

    private static readonly Rule Words = Object(Type, Must("text", Rules.Text(40_000, 1)), Style);
    private static readonly Rule Link = Object(Type, Must("url", TextRules.Link), May("text", Rules.Text(3000)), May("unsafe", Flag), Style);

    private static readonly Rule Inline = ByType(new Dictionary<string, Rule>
    {
        ["text"] = Words,
        ["link"] = Link,
        ["broadcast"] = Object(Type, Must("range", OneOf("here", "channel", "everyone")), Style),
        ["color"] = Object(Type, Must("value", Rules.Text(20, 1)), Style),
        ["channel"] = Object(Type, Must("channel_id", Rules.Text(50, 1)), Style),
        ["date"] = Object(Type, Must("timestamp", Number(0, long.MaxValue)), Must("format", Rules.Text(500, 1)), May("url", TextRules.Link),
            May("fallback", Rules.Text(500)), Style),
        ["emoji"] = Object(Type, Must("name", Rules.Text(100, 1)), May("unicode", Rules.Text(100)), May("url", TextRules.Link),
            May("skin_tone", Number(1, 6)), Style),
        ["team"] = Object(Type, Must("team_id", Rules.Text(50, 1)), Style),
        ["user"] = Object(Type, Must("user_id", Rules.Text(50, 1)), Style),
        ["usergroup"] = Object(Type, Must("usergroup_id", Rules.Text(50, 1)), Style),
    });

    private static readonly Rule Section = Object(Type, Must("elements", List(0, 1000, Inline)));

    public static readonly Rule Elements = List(1, 1000, ByType(new Dictionary<string, Rule>
    {
        ["rich_text_section"] = Section,
        ["rich_text_list"] = Object(
            Type, Must("style", OneOf("bullet", "ordered")),
                Must("elements", List(1, 1000, ByType(new Dictionary<string, Rule> { ["rich_text_section"] = Section }))),
            May("indent", Number(0, 8)), May("offset", Number(0, 10_000)), Border),
        ["rich_text_quote"] = Object(Type, Must("elements", List(0, 1000, Inline)), Border),
        ["rich_text_preformatted"] = Object(
            Type, Must("elements", List(0, 1000, ByType(new Dictionary<string, Rule> { ["text"] = Words, ["link"] = Link }))), Border,
                May("language", Rules.Text(50))),
    }));
}
