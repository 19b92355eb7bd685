using System.Text.Json;
using static FakeSlack.Html;

namespace FakeSlack;

/// <summary>The table block as HTML: the first row is its head, columns as its settings say.</summary>
internal static class TableHtml
{
    public static string ToHtml(JsonElement block)
    {
        var settings = block.Items("column_settings").ToList();
        var rows = block.Items("rows").Select((row, at) => Row(row, at == 0, settings));
        return Div("block wide", $"<table>{string.Concat(rows)}</table>");
    }

    private static string Row(JsonElement row, bool isHead, List<JsonElement> settings) =>
        $"<tr>{string.Concat(row.EnumerateArray().Select((cell, at) => Cell(cell, isHead, at < settings.Count ? settings[at] : default)))}</tr>";

    private static string Cell(JsonElement cell, bool isHead, JsonElement setting)
    {
        var (tag, look) = (isHead ? "th" : "td", setting.Flag("is_wrapped") ? "" : "nowrap");
        var align = setting.Text("align") is "right" or "center" ? setting.Text("align") : "left";
        var content = cell.Text("type") == "rich_text" ? RichTextHtml.ToHtml(cell) : Mrkdwn.Escape(cell.Text("text"));
        return $"<{tag} class=\"{look}\" style=\"text-align:{align}\">{content}</{tag}>";
    }
}
