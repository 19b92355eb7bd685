using System.Text.Json;
using System.Text.Json.Nodes;
using static FakeSlack.Html;

namespace FakeSlack;

/// <summary>Messages, modals and Home tabs as HTML that looks much like Slack's client. All text is escaped; images are placeholders.</summary>
public static class BlockHtml
{
    internal const string Only = "<div class=only>👁 Only visible to you</div>";

    /// <summary>A whole page with one message, modal or Home tab in it.</summary>
    /// <param name="message">A message, a view, or an array of either or of blocks.</param>
    /// <param name="title">The page's title.</param>
    public static string Render(JsonNode message, string title = "Message")
    {
        var json = Json.Element(message);
        var several = json.ValueKind == JsonValueKind.Array
            && json.EnumerateArray().Any(item => item.Text("type") is null or "message" or "modal" or "home");
        return Document(title, several ? Each(json.EnumerateArray(), OneOf) : OneOf(json));
    }

    internal static string Document(string title, string body) =>
        $"<!doctype html><html lang=en><meta charset=utf-8><title>{Mrkdwn.Escape(title)}</title><style>{Style.Css}</style><body>{body}</body></html>";

    /// <summary>The content of a message, below its author.</summary>
    internal static string Content(JsonElement message)
    {
        var blocks = message.Items("blocks").ToList();
        var shown = blocks.Count > 0 ? Blocks(blocks) : Div("block", Mrkdwn.ToHtml(message.Text("text")));
        return shown + Each(message.Items("attachments"), Attachment) + Each(message.Items("files"), File);
    }

    internal static string Blocks(IEnumerable<JsonElement> blocks) => Each(blocks, Block);

    internal static string Modal(JsonElement view, string? action = null, IReadOnlyDictionary<string, string>? errors = null)
    {
        string WithError(JsonElement block) => Block(block)
            + (errors?.GetValueOrDefault(block.Text("block_id") ?? "") is { } error ? Div("error", Mrkdwn.Escape(error)) : "");
        var close = Press("close", Mrkdwn.Plain(view.Words("close") ?? "Cancel"));
        var submit = view.Words("submit") is { } words ? Press("submit", Mrkdwn.Plain(words), "primary") : "";
        return Form(
            action, "modal", $"<h2>{Mrkdwn.Plain(view.Words("title"))}</h2>", Div("body", Each(view.Items("blocks"), WithError)),
                Div("foot", close, submit));
    }

    internal static string Message(string author, bool isApp, string time, string content, string extra = "", bool reply = false)
    {
        var letter = Mrkdwn.Escape(author[..Math.Min(1, author.Length)].ToUpperInvariant());
        var avatar = $"<div class=avatar style=\"background:{Colour(author)}\">{letter}</div>";
        var badge = isApp ? Span("badge", "APP") : "";
        var head = $"<div>{Span("who", Mrkdwn.Escape(author))}{badge}{Span("time", Mrkdwn.Escape(time))}</div>";
        return Div(reply ? "message reply" : "message", avatar, Div("content", head, extra, content));
    }

    private static string OneOf(JsonElement json) =>
        json.ValueKind == JsonValueKind.Array ? Framed(Blocks(json.EnumerateArray())) : json.Text("type") switch
        {
            "modal" => Modal(json),
            "home" => Div("page", Div("bar", "Home"), Div("message", Div("content", Blocks(json.Items("blocks"))))),
            _ when json.Child("view") is { } view => OneOf(view),
            _ when json.Child("message") is { ValueKind: JsonValueKind.Object } message => OneOf(message),
            _ => Framed(Content(json), json.Text("response_type") == "ephemeral"),
        };

    private static string Framed(string content, bool ephemeral = false) =>
        Div("page", Message("PaperBot", true, "9:41 AM", content, ephemeral ? Only : ""));

    private static string Block(JsonElement block) => block.Text("type") switch
    {
        "header" => Div("block header", Mrkdwn.Plain(block.Words("text"))),
        "divider" => "<hr>",
        "section" => Section(block),
        "context" => Div("block context", Each(block.Items("elements"), element => $"<span>{ElementHtml.Of(element)}</span>")),
        "actions" => Div("block actions", Each(block.Items("elements"), ElementHtml.Of)),
        "context_actions" => Div("block actions feedback", Each(block.Items("elements"), ElementHtml.Of)),
        "image" => Div("block", Mrkdwn.Plain(block.Words("title")), Div("image", Mrkdwn.Escape(block.Text("alt_text")))),
        "input" => Input(block),
        "rich_text" => Div("block", RichTextHtml.ToHtml(block)),
        "markdown" => Div("block wide", MarkdownHtml.ToHtml(block.Text("text") ?? "")),
        "table" => TableHtml.ToHtml(block),
        "alert" => Div("block alert", ElementHtml.Words(block.Child("text"))),
        "card" => Card(block),
        "carousel" => Div("block carousel", Each(block.Items("elements"), Card)),
        "video" => Div("block", Bold(Mrkdwn.Plain(block.Words("title"))), Div("image", "▶ ", Mrkdwn.Escape(block.Text("alt_text")))),
        "plan" => Div("block card", Bold(Mrkdwn.Escape(block.Text("title"))), Each(block.Items("tasks"), Task)),
        "task_card" => Div("block card", Task(block)),
        var other => Div("block quiet", $"[{Mrkdwn.Escape(other)}]"),
    };

    private static string Section(JsonElement block)
    {
        var fields = block.Items("fields").ToList();
        var grid = fields.Count == 0 ? "" : Div("fields", Each(fields, field => Div("", ElementHtml.Words(field))));
        var accessory = block.Child("accessory") switch
        {
            null => "",
            { } image when image.Text("type") == "image" => Div("image thumb", Mrkdwn.Escape(image.Text("alt_text"))),
            { } element => Div("", ElementHtml.Of(element)),
        };
        return Div("block section", Div("text", ElementHtml.Words(block.Child("text")), grid), accessory);
    }

    private static string Input(JsonElement block)
    {
        var optional = block.Flag("optional") ? " " + Span("quiet", "(optional)") : "";
        var hint = block.Words("hint") is { } words ? Div("quiet", Mrkdwn.Plain(words)) : "";
        var element = block.Child("element") is { } given ? ElementHtml.Of(given) : "";
        return Div("block input", $"<label>{Mrkdwn.Plain(block.Words("label"))}{optional}</label>", element, hint);
    }

    private static string Card(JsonElement card) => Div(
        "card", Bold(ElementHtml.Words(card.Child("title"))), Div("quiet", ElementHtml.Words(card.Child("subtitle"))),
        ElementHtml.Words(card.Child("body")), Div("actions", Each(card.Items("actions"), ElementHtml.Of)));

    private static string Task(JsonElement task)
    {
        var sign = task.Text("status") switch { "complete" => "✅", "error" => "❌", "in_progress" => "⏳", _ => "▫️" };
        return Div("", sign, " ", Mrkdwn.Escape(task.Text("title")));
    }

    private static string Attachment(JsonElement attachment)
    {
        var title = attachment.Text("title") is { } words ? Bold(Mrkdwn.Link(attachment.Text("title_link") ?? "", Mrkdwn.Escape(words))) : "";
        return Div(
            "attachment", Div("", title), Mrkdwn.ToHtml(attachment.Text("text")), Blocks(attachment.Items("blocks")),
            Div("quiet", Mrkdwn.Escape(attachment.Text("footer"))));
    }

    private static string File(JsonElement file) => Div("file", "📎 ", Mrkdwn.Escape(file.Text("name") ?? file.Text("title")));

    private static string Colour(string name)
    {
        string[] colours = ["#4a154b", "#1264a3", "#007a5a", "#c3860a", "#b5179e", "#5f0f40", "#2a6f97"];
        return colours[name.Sum(letter => letter) % colours.Length];
    }
}
