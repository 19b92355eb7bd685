using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace FakeSlack;

/// <summary>The rich text block that Slack's client sends along with what a person types.</summary>
internal static partial class RichText
{
    public static JsonElement Of(string text)
    {
        var elements = new JsonArray();
        var at = 0;
        foreach (var match in Markup().EnumerateMatches(text))
        {
            Words(elements, text[at..match.Index]);
            elements.Add((JsonNode)Inline(text[(match.Index + 1)..(match.Index + match.Length - 1)]));
            at = match.Index + match.Length;
        }
        Words(elements, text[at..]);
        return Json.Element(new JsonArray(new JsonObject
        {
            ["type"] = "rich_text",
            ["block_id"] = Ids.ShortName(),
            ["elements"] = new JsonArray(new JsonObject { ["type"] = "rich_text_section", ["elements"] = elements }),
        }));
    }

    public static IEnumerable<string> Links(string text) => Markup().Matches(text)
        .Select(match => match.Value[1..^1].Split('|')[0]).Where(link => link.StartsWith("http", StringComparison.Ordinal)).Distinct();

    private static JsonObject Inline(string inside) => inside switch
    {
        ['@', .. var user] => new() { ["type"] = "user", ["user_id"] = user.Split('|')[0] },
        ['#', .. var channel] => new() { ["type"] = "channel", ["channel_id"] = channel.Split('|')[0] },
        ['!', .. var range] => new() { ["type"] = "broadcast", ["range"] = range.Split('|')[0] },
        _ when inside.Split('|') is [var url, var words] => new() { ["type"] = "link", ["url"] = url, ["text"] = words },
        _ => new() { ["type"] = "link", ["url"] = inside },
    };

    private static void Words(JsonArray elements, string text)
    {
        if (text.Length > 0)
            elements.Add((JsonNode)new JsonObject
            {
                ["type"] = "text",
                ["text"] = text.Replace("&lt;", "<", StringComparison.Ordinal).Replace("&gt;", ">", StringComparison.Ordinal)
                    .Replace("&amp;", "&", StringComparison.Ordinal),
            });
    }

    [GeneratedRegex("<(@|#|!|https?:)[^>\\n]+>")]
    private static partial Regex Markup();
}
