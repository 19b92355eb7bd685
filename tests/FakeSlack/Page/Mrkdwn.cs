using System.Net;
using System.Text;
using System.Text.RegularExpressions;

namespace FakeSlack;

/// <summary>Slack's own markup as HTML. Whatever is not markup is escaped; links go to http and https only.</summary>
internal static partial class Mrkdwn
{
    private static readonly Dictionary<string, string> Emoji = new()
    {
        ["thumbsup"] = "👍",
        ["+1"] = "👍",
        ["thumbsdown"] = "👎",
        ["-1"] = "👎",
        ["eyes"] = "👀",
        ["books"] = "📚",
        ["mag"] = "🔍",
        ["white_check_mark"] = "✅",
        ["x"] = "❌",
        ["warning"] = "⚠️",
        ["wave"] = "👋",
        ["bulb"] = "💡",
        ["link"] = "🔗",
        ["page_facing_up"] = "📄",
        ["memo"] = "📝",
        ["heart"] = "❤️",
        ["tada"] = "🎉",
        ["robot_face"] = "🤖",
        ["hourglass_flowing_sand"] = "⏳",
        ["hourglass"] = "⌛",
        ["lock"] = "🔒",
    };

    public static string Escape(string? text) => WebUtility.HtmlEncode(text ?? "");

    /// <summary>Plain text: only emoji and line ends.</summary>
    public static string Plain(string? text) => Emojis(Escape(Unescape(text ?? ""))).Replace("\n", "<br>", StringComparison.Ordinal);

    public static string ToHtml(string? text)
    {
        var html = new StringBuilder();
        foreach (var (part, at) in (text ?? "").Split("```").Select((part, at) => (part, at)))
            html.Append(at % 2 == 1 ? $"<pre>{Escape(Unescape(part.Trim('\n')))}</pre>" : Lines(part));
        return html.ToString();
    }

    /// <summary>A link, or the bare words where the address is not one of the web.</summary>
    public static string Link(string url, string words) =>
        url.StartsWith("http://", StringComparison.Ordinal) || url.StartsWith("https://", StringComparison.Ordinal)
        || url.StartsWith("mailto:", StringComparison.Ordinal) ? $"<a href=\"{Escape(url)}\" rel=\"noreferrer\">{words}</a>" : words;

    public static string Emojis(string html) => EmojiName().Replace(html, match => Emoji.GetValueOrDefault(match.Groups[1].Value, match.Value));

    /// <summary>Slack escapes three characters; they come back before HTML's own escaping.</summary>
    private static string Unescape(string text) => text.Replace("&lt;", "<", StringComparison.Ordinal).Replace("&gt;", ">", StringComparison.Ordinal)
        .Replace("&amp;", "&", StringComparison.Ordinal);

    private static string Lines(string text)
    {
        var html = new StringBuilder();
        var quoting = false;
        foreach (var line in text.Split('\n'))
        {
            var quote = line.StartsWith('>') || line.StartsWith("&gt;", StringComparison.Ordinal);
            html.Append((quoting, quote) switch
            {
                (false, true) => "<blockquote>",
                (true, false) => "</blockquote>",
                _ =>
                html.Length > 0 ? "<br>" : ""
            });
            quoting = quote;
            html.Append(Inline(quote ? line[(line[0] == '>' ? 1 : 4)..].TrimStart() : line));
        }
        return html.Append(quoting ? "</blockquote>" : "").ToString();
    }

    private static string Inline(string line)
    {
        // Styles may stretch over a link, as in *<url|words>*, and must not reach into its address: the finished parts stand aside meanwhile.
        var aside = new Aside();
        var text = Special().Replace(line, match =>
            aside.Put(match.Value[0] == '`' ? $"<code>{Escape(Unescape(match.Value[1..^1]))}</code>" : Bracket(match.Value[1..^1])));
        return aside.Back(Styles(Emojis(Escape(Unescape(text)))));
    }

    private static string Bracket(string inside)
    {
        var (first, words) = inside.Split('|', 2) is [var one, var two] ? (one, two) : (inside, null);
        return first switch
        {
            ['@', .. var user] => $"<span class=mention>@{Escape(words ?? user)}</span>",
            ['#', .. var channel] => $"<span class=mention>#{Escape(words ?? channel)}</span>",
            ['!', 'd', 'a', 't', 'e', ..] => Escape(words),
            ['!', .. var range] => $"<span class=mention>@{Escape(words ?? range)}</span>",
            _ => Link(Unescape(first), Emojis(Escape(Unescape(words ?? first)))),
        };
    }

    private static string Styles(string html) => Strike().Replace(Italic().Replace(Bold().Replace(html, "<b>$1</b>"), "<i>$1</i>"), "<s>$1</s>");

    [GeneratedRegex("`[^`\n]+`|<[^<>\n]+>")]
    private static partial Regex Special();

    [GeneratedRegex(@"(?<![\w*])\*(?=\S)([^*\n]+?)(?<=\S)\*(?![\w*])")]
    private static partial Regex Bold();

    [GeneratedRegex(@"(?<![\w_/=""])_(?=\S)([^_\n]+?)(?<=\S)_(?![\w_])")]
    private static partial Regex Italic();

    [GeneratedRegex(@"(?<![\w~])~(?=\S)([^~\n]+?)(?<=\S)~(?![\w~])")]
    private static partial Regex Strike();

    [GeneratedRegex(":([a-z0-9_+-]+):")]
    private static partial Regex EmojiName();
}
