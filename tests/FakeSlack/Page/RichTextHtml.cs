using System.Text.Json;

namespace FakeSlack;

/// <summary>Rich text as HTML.</summary>
internal static class RichTextHtml
{
    public static string ToHtml(JsonElement block) => string.Concat(block.Items("elements").Select(Part));

    private static string Part(JsonElement part) => part.Text("type") switch
    {
        "rich_text_list" => List(part),
        "rich_text_quote" => $"<blockquote>{Inlines(part)}</blockquote>",
        "rich_text_preformatted" => $"<pre>{Inlines(part)}</pre>",
        _ => $"<div>{Inlines(part)}</div>",
    };

    private static string List(JsonElement list)
    {
        var tag = list.Text("style") == "ordered" ? "ol" : "ul";
        var indent = list.Child("indent") is { ValueKind: JsonValueKind.Number } number ? number.GetInt32() : 0;
        var items = Html.Each(list.Items("elements"), item => $"<li>{Inlines(item)}</li>");
        return $"<{tag} style=\"margin-left:{indent * 28}px\">{items}</{tag}>";
    }

    private static string Inlines(JsonElement part) => string.Concat(part.Items("elements").Select(Inline));

    private static string Inline(JsonElement element)
    {
        var html = element.Text("type") switch
        {
            "link" => Mrkdwn.Link(element.Text("url") ?? "", Mrkdwn.Escape(element.Text("text") ?? element.Text("url"))),
            "user" => $"<span class=mention>@{Mrkdwn.Escape(element.Text("user_id"))}</span>",
            "channel" => $"<span class=mention>#{Mrkdwn.Escape(element.Text("channel_id"))}</span>",
            "broadcast" => $"<span class=mention>@{Mrkdwn.Escape(element.Text("range"))}</span>",
            "emoji" => Mrkdwn.Emojis($":{Mrkdwn.Escape(element.Text("name"))}:"),
            "date" => Mrkdwn.Escape(element.Text("fallback")),
            _ => Mrkdwn.Escape(element.Text("text")).Replace("\n", "<br>", StringComparison.Ordinal),
        };
        var style = element.Child("style") ?? default;
        foreach (var (name, tag) in (ReadOnlySpan<(string, string)>)[("code", "code"), ("bold", "b"), ("italic", "i"), ("strike", "s"),
            ("underline", "u")])
            if (style.ValueKind == JsonValueKind.Object && style.Flag(name))
                html = $"<{tag}>{html}</{tag}>";
        return html;
    }
}
