using System.Text.RegularExpressions;
using PaperBot.Papers;
using PaperBot.Slack;
using PaperBot.Terminal.Output;
using PaperBot.Terminal.Views;
using Spectre.Console;

namespace PaperBot.Host.Chat;

/// <summary>
/// A line or more of Slack's markup, or of Markdown, in the terminal's look: bold, dim, and addresses behind what they are linked to.
/// </summary>
internal static partial class InlineText
{
    // A citation's number is linked too, and its address stands in the list of sources.
    private const int LongestNumber = 5;

    // Those that the bot uses; another one is shown by its name.
    private static readonly Dictionary<string, string> Emoji = new()
    {
        [":white_check_mark:"] = "✓",
        [":warning:"] = "!",
        [":x:"] = "✗",
        [":+1:"] = "+",
        [":-1:"] = "-",
    };

    public static Paragraph OfMrkdwn(string text, Style style)
    {
        var paragraph = new Paragraph();
        Append(paragraph, Date().Replace(text, "$1"), style, Mrkdwn(), SlackText.Unescape);
        return paragraph;
    }

    public static Paragraph OfMarkdown(string text, Style style)
    {
        var paragraph = new Paragraph();
        Append(paragraph, Heading().Replace(text, "**$1**"), style, Markdown(), plain => Escaped().Replace(SlackText.Unescape(plain), "$1"));
        return paragraph;
    }

    public static Paragraph OfPlain(string text, Style style) => new(PrintableText.Block(text), style);

    private static void Append(Paragraph paragraph, string text, Style style, Regex markup, Func<string, string> plain)
    {
        var rest = 0;
        foreach (Match match in markup.Matches(text))
        {
            Write(text[rest..match.Index]);
            rest = match.Index + match.Length;
            if (match.Groups["bold"] is { Success: true } bold)
                Append(paragraph, bold.Value, style.Combine(Styles.Strong), markup, plain);
            else if (match.Groups["italic"] is { Success: true } italic)
                Append(paragraph, italic.Value, style, markup, plain);
            else if (match.Groups["code"] is { Success: true } code)
                paragraph.Append(PrintableText.Block(plain(code.Value)), style.Combine(Styles.Mark));
            else if (match.Groups["name"] is { Success: true } name)
                Write(match.Groups["label"] is { Success: true, Value: var shown } ? shown : ChatPlace.NameOf(name.Value));
            else if (match.Groups["emoji"] is { Success: true } emoji)
                Write(Emoji.GetValueOrDefault(emoji.Value, emoji.Value));
            else
                Link(match.Groups["label"].Value, match.Groups["url"].Value);
        }

        Write(text[rest..]);

        void Write(string part)
        {
            if (part.Length > 0)
                paragraph.Append(PrintableText.Block(plain(part)), style);
        }

        void Link(string label, string url)
        {
            Write(label.Length > 0 ? label : url);
            if (label.Length > LongestNumber && label != url)
                paragraph.Append($" · {PrintableText.Line(SlackText.Unescape(url))}", style.Combine(Styles.Quiet));
        }
    }

    [GeneratedRegex(
        @"<(?<url>(?:https?|mailto):[^|>\s]+)(?:\|(?<label>[^>]*))?>|<(?<name>[@#!][^|>]+)(?:\|(?<label>[^>]*))?>|(?<emoji>:[a-z0-9_+-]+:)"
        + @"|(?<![\w*])\*(?<bold>\S([^*\n]*\S)?)\*(?![\w*])|(?<![\w_])_(?<italic>\S([^_\n]*\S)?)_(?![\w_])|`(?<code>[^`\n]+)`",
        RegexOptions.ExplicitCapture)]
    private static partial Regex Mrkdwn();

    [GeneratedRegex(
        @"\[(?<label>(\\.|\[[^\]\n]*\]|[^\[\]\\\n])+)\]\(<?(?<url>https?://[^)>\s]+)>?\)|\*\*(?<bold>\S([^\n]*?\S)?)\*\*"
        + @"|(?<![\w*\\])[*](?<italic>\S([^*\n]*\S)?)[*](?![\w*])|(?<![\w_\\])_(?<italic>\S([^_\n]*\S)?)_(?![\w_])|(?<!\\)`(?<code>[^`\n]+)`",
        RegexOptions.ExplicitCapture)]
    private static partial Regex Markdown();

    // What a client without the person's own time shows.
    [GeneratedRegex(@"<!date\^[^|>]*\|([^>]*)>")]
    private static partial Regex Date();

    [GeneratedRegex(@"^#{1,6} +(.+)$", RegexOptions.Multiline)]
    private static partial Regex Heading();

    [GeneratedRegex(@"\\([!-/:-@\[-`{-~])")]
    private static partial Regex Escaped();
}
