using System.Text.Json;
using System.Text.Json.Nodes;

namespace FakeSlack;

/// <summary>Messages, modals and Home tabs as HTML that looks much like Slack's client. All text is escaped; images are placeholders.</summary>
public static class BlockHtml
{
    /// <summary>A whole page with one message, modal or Home tab in it.</summary>
    /// <param name="message">A message, a view, or an array of either or of blocks.</param>
    /// <param name="title">The page's title.</param>
    public static string Render(JsonNode message, string title = "Message")
    {
        var json = Json.Element(message);
        var body = json.ValueKind == JsonValueKind.Array
            && json.EnumerateArray().Any(item => item.Text("type") is null or "message" or "modal" or "home")
            ? string.Concat(json.EnumerateArray().Select(OneOf)) : OneOf(json);
        return Document(title, body);
    }

    internal static string Document(string title, string body) =>
        $"<!doctype html><html lang=en><meta charset=utf-8><title>{Mrkdwn.Escape(title)}</title><style>{Style.Css}</style><body>{body}</body></html>";

    /// <summary>The content of a message, below its author.</summary>
    internal static string Content(JsonElement message)
    {
        var blocks = message.Items("blocks").ToList();
        var shown = blocks.Count > 0 ? Blocks(blocks) : $"<div class=block>{Mrkdwn.ToHtml(message.Text("text"))}</div>";
        return shown + string.Concat(message.Items("attachments").Select(Attachment)) + string.Concat(message.Items("files").Select(File));
    }

    internal static string Blocks(IEnumerable<JsonElement> blocks) => string.Concat(blocks.Select(Block));

    internal static string Modal(JsonElement view, string? action = null, IReadOnlyDictionary<string, string>? errors = null)
    {
        var submit = view.Words("submit") is { } words ? $"<button class=primary name=do value=submit>{Mrkdwn.Plain(words)}</button>" : "";
        var body = string.Concat(view.Items("blocks")
            .Select(block => Block(block) + (errors?.GetValueOrDefault(block.Text("block_id") ?? "") is { } error
            ? $"<div class=error>{Mrkdwn.Escape(error)}</div>" : "")));
        return $"""
            <form class=modal method=post action="{Mrkdwn.Escape(action)}"><h2>{Mrkdwn.Plain(view.Words("title"))}</h2><div class=body>{body}</div>
            <div class=foot><button name=do value=close>{Mrkdwn.Plain(view.Words("close") ?? "Cancel")}</button>{submit}</div></form>
            """;
    }

    internal static string Message(string author, bool isApp, string time, string content, string extra = "", bool reply = false) => $"""
        <div class="message{(reply ? " reply" : "")}"><div class=avatar style="background:{Colour(author)}">{Mrkdwn.Escape(author.Length > 0 ? author[..1].ToUpperInvariant() : "?")}</div>
        <div class=content><div><span class=who>{Mrkdwn.Escape(author)}</span>{(isApp ? "<span class=badge>APP</span>" : "")}<span class=time>{Mrkdwn.Escape(time)}</span></div>
        {extra}{content}</div></div>
        """;

    private static string OneOf(JsonElement json) =>
        json.ValueKind == JsonValueKind.Array ? Framed(Blocks(json.EnumerateArray())) : json.Text("type") switch
        {
            "modal" => Modal(json),
            "home" => $"<div class=page><div class=bar>Home</div><div class=\"scroll message\"><div class=content>{Blocks(json.Items("blocks"))}</div></div></div>",
            _ when json.Child("view") is { } view => OneOf(view),
            _ when json.Child("message") is { ValueKind: JsonValueKind.Object } message => OneOf(message),
            _ => Framed(Content(json), json.Text("response_type") == "ephemeral"),
        };

    private static string Framed(string content, bool ephemeral = false) =>
        $"<div class=page>{Message("PaperBot", true, "9:41 AM", content, ephemeral ? Only : "")}</div>";

    internal const string Only = "<div class=only>👁 Only visible to you</div>";

    private static string Block(JsonElement block) => block.Text("type") switch
    {
        "header" => $"<div class=\"block header\">{Mrkdwn.Plain(block.Words("text"))}</div>",
        "divider" => "<hr>",
        "section" => Section(block),
        "context" => $"<div class=\"block context\">{string.Concat(block.Items("elements").Select(element => $"<span>{ElementHtml.Of(element)}</span>"))}</div>",
        "actions" => $"<div class=\"block actions\">{string.Concat(block.Items("elements").Select(ElementHtml.Of))}</div>",
        "context_actions" => $"<div class=\"block actions feedback\">{string.Concat(block.Items("elements").Select(ElementHtml.Of))}</div>",
        "image" => $"<div class=block>{Mrkdwn.Plain(block.Words("title"))}<div class=image>{Mrkdwn.Escape(block.Text("alt_text"))}</div></div>",
        "input" => Input(block),
        "rich_text" => $"<div class=block>{RichTextHtml.ToHtml(block)}</div>",
        "markdown" => $"<div class=\"block wide\">{MarkdownHtml.ToHtml(block.Text("text") ?? "")}</div>",
        "table" => Table(block),
        "alert" => $"<div class=\"block alert\">{ElementHtml.Words(block.Child("text"))}</div>",
        "card" => Card(block),
        "carousel" => $"<div class=\"block carousel\">{string.Concat(block.Items("elements").Select(Card))}</div>",
        "video" => $"<div class=block><b>{Mrkdwn.Plain(block.Words("title"))}</b><div class=image>▶ {Mrkdwn.Escape(block.Text("alt_text"))}</div></div>",
        "plan" => $"<div class=\"block card\"><b>{Mrkdwn.Escape(block.Text("title"))}</b>{string.Concat(block.Items("tasks").Select(Task))}</div>",
        "task_card" => $"<div class=\"block card\">{Task(block)}</div>",
        var other => $"<div class=\"block quiet\">[{Mrkdwn.Escape(other)}]</div>",
    };

    private static string Section(JsonElement block)
    {
        var fields = block.Items("fields").ToList();
        var grid = fields.Count == 0 ? ""
            : $"<div class=fields>{string.Concat(fields.Select(field => $"<div>{ElementHtml.Words(field)}</div>"))}</div>";
        var accessory = block.Child("accessory") is { } element ? $"<div>{(element.Text("type") == "image"
            ? $"<div class=\"image thumb\">{Mrkdwn.Escape(element.Text("alt_text"))}</div>" : ElementHtml.Of(element))}</div>" : "";
        return $"<div class=\"block section\"><div class=text>{ElementHtml.Words(block.Child("text"))}{grid}</div>{accessory}</div>";
    }

    private static string Input(JsonElement block)
    {
        var optional = block.Flag("optional") ? " <span class=quiet>(optional)</span>" : "";
        var hint = block.Words("hint") is { } words ? $"<div class=quiet>{Mrkdwn.Plain(words)}</div>" : "";
        return $"<div class=\"block input\"><label>{Mrkdwn.Plain(block.Words("label"))}{optional}</label>{(block.Child("element") is { } element ? ElementHtml.Of(element) : "")}{hint}</div>";
    }

    private static string Table(JsonElement block)
    {
        var settings = block.Items("column_settings").ToList();
        string Cell(JsonElement cell, int row, int column)
        {
            var setting = column < settings.Count && settings[column].ValueKind == JsonValueKind.Object ? settings[column] : default;
            var wraps = setting.ValueKind == JsonValueKind.Object && setting.Flag("is_wrapped");
            var align = setting.ValueKind == JsonValueKind.Object ? setting.Text("align") : null;
            var tag = row == 0 ? "th" : "td";
            var content = cell.Text("type") == "rich_text" ? RichTextHtml.ToHtml(cell) : Mrkdwn.Escape(cell.Text("text"));
            return $"<{tag} class=\"{(wraps ? "" : "nowrap")}\" style=\"text-align:{(align is "right" or "center" ? align : "left")}\">{content}</{tag}>";
        }

        var rows = block.Items("rows")
            .Select((row, at) => $"<tr>{string.Concat(row.EnumerateArray().Select((cell, column) => Cell(cell, at, column)))}</tr>");
        return $"<div class=\"block wide\"><table>{string.Concat(rows)}</table></div>";
    }

    private static string Card(JsonElement card) => $"""
        <div class=card><b>{ElementHtml.Words(card.Child("title"))}</b><div class=quiet>{ElementHtml.Words(card.Child("subtitle"))}</div>
        {ElementHtml.Words(card.Child("body"))}<div class=actions>{string.Concat(card.Items("actions").Select(ElementHtml.Of))}</div></div>
        """;

    private static string Task(JsonElement task) =>
        $"<div>{task.Text("status") switch { "complete" => "✅", "error" => "❌", "in_progress" => "⏳", _ => "▫️" }} {Mrkdwn.Escape(task.Text("title"))}</div>";

    private static string Attachment(JsonElement attachment)
    {
        var title = attachment.Text("title") is { } words
            ? $"<div><b>{Mrkdwn.Link(attachment.Text("title_link") ?? "", Mrkdwn.Escape(words))}</b></div>" : "";
        return $"<div class=attachment>{title}{Mrkdwn.ToHtml(attachment.Text("text"))}{Blocks(attachment.Items("blocks"))}<div class=quiet>{Mrkdwn.Escape(attachment.Text("footer"))}</div></div>";
    }

    private static string File(JsonElement file) => $"<div class=file>📎 {Mrkdwn.Escape(file.Text("name") ?? file.Text("title"))}</div>";

    private static string Colour(string name)
    {
        string[] colours = ["#4a154b", "#1264a3", "#007a5a", "#c3860a", "#b5179e", "#5f0f40", "#2a6f97"];
        return colours[name.Sum(letter => letter) % colours.Length];
    }
}
