using System.Text;
using System.Text.RegularExpressions;

namespace FakeSlack;

/// <summary>Standard Markdown as the <c>markdown</c> block and streamed text show it. Everything else is escaped.</summary>
internal static partial class MarkdownHtml
{
    public static string ToHtml(string text)
    {
        var html = new StringBuilder();
        var lines = text.Replace("\r", "", StringComparison.Ordinal).Split('\n');
        for (var at = 0; at < lines.Length;)
            at = Part(lines, at, html);
        return html.ToString();
    }

    private static int Part(string[] lines, int at, StringBuilder html)
    {
        var line = lines[at];
        if (line.TrimStart().StartsWith("```", StringComparison.Ordinal))
            return Run(lines, at + 1, next => !next.TrimStart().StartsWith("```", StringComparison.Ordinal), taken =>
                html.Append($"<pre>{Mrkdwn.Escape(string.Join('\n', taken))}</pre>")) + 1;
        if (line.Trim().Length == 0)
            return at + 1;
        if (Heading().Match(line) is { Success: true } heading)
        {
            var level = heading.Groups[1].Length <= 2 ? 3 : 4;
            html.Append($"<h{level} class=md>{Inline(heading.Groups[2].Value)}</h{level}>");
            return at + 1;
        }
        if (Rule().IsMatch(line))
        {
            html.Append("<hr>");
            return at + 1;
        }
        if (line.StartsWith('>'))
            return Run(lines, at, next => next.StartsWith('>'), taken =>
                html.Append($"<blockquote>{ToHtml(string.Join('\n', taken.Select(quoted => quoted[1..].TrimStart())))}</blockquote>"));
        if (line.Contains('|') && at + 1 < lines.Length && TableRule().IsMatch(lines[at + 1]))
            return Run(lines, at, next => next.Contains('|'), taken => Table(taken, html));
        if (Item().IsMatch(line))
            return Run(lines, at, next => Item().IsMatch(next), taken => ListOf(taken, html));
        return Run(lines, at, next => next.Trim().Length > 0 && !Item().IsMatch(next) && !Heading().IsMatch(next) && !next.StartsWith('>')
            && !next.StartsWith("```", StringComparison.Ordinal), taken => html.Append($"<p>{string.Join("<br>", taken.Select(Inline))}</p>"));
    }

    private static int Run(string[] lines, int from, Func<string, bool> belongs, Action<List<string>> write)
    {
        var taken = lines.Skip(from).TakeWhile(belongs).ToList();
        write(taken);
        return from + Math.Max(taken.Count, 1);
    }

    private static void ListOf(List<string> items, StringBuilder html)
    {
        var tag = char.IsAsciiDigit(items[0].TrimStart()[0]) ? "ol" : "ul";
        html.Append($"<{tag}>");
        foreach (var item in items.Select(item => Item().Match(item)))
            html.Append($"<li style=\"margin-left:{item.Groups[1].Length * 8}px\">{Inline(item.Groups[3].Value)}</li>");
        html.Append($"</{tag}>");
    }

    private static void Table(List<string> rows, StringBuilder html)
    {
        html.Append("<table>");
        foreach (var (row, at) in rows.Select((row, at) => (row, at)).Where(row => row.at != 1))
            html.Append("<tr>").AppendJoin("",
                row.Trim().Trim('|').Split('|').Select(cell => at == 0 ? $"<th>{Inline(cell.Trim())}</th>" : $"<td>{Inline(cell.Trim())}</td>"))
                .Append("</tr>");
        html.Append("</table>");
    }

    private static string Inline(string text)
    {
        var aside = new Aside();
        var rest = Special().Replace(text, match => aside.Put(
            match.Groups["code"] is { Success: true } code ? $"<code>{Mrkdwn.Escape(code.Value)}</code>"
            : match.Groups["escaped"] is { Success: true } escaped ? Mrkdwn.Escape(escaped.Value)
            : Mrkdwn.Link(match.Groups["url"].Value, Inline(match.Groups["words"].Value))));
        return aside.Back(Styles(Styled(rest)));
    }

    private static string Styled(string text) => Mrkdwn.Emojis(Mrkdwn.Escape(text));

    private static string Styles(string html) => Strike().Replace(Italic().Replace(Bold().Replace(html, "<b>$2</b>"), "<i>$2</i>"), "<s>$1</s>");

    [GeneratedRegex(@"`(?<code>[^`]+)`|\\(?<escaped>[!-/:-@\[-`{-~])|\[(?<words>(?:\\.|[^\]\\])*)\]\(<?(?<url>[^)\s<>]+)>?\)")]
    private static partial Regex Special();

    [GeneratedRegex(@"(\*\*|__)(?=\S)(.+?)(?<=\S)\1")]
    private static partial Regex Bold();

    [GeneratedRegex(@"(?<![\w*_/=""])([*_])(?=\S)([^*_]+?)(?<=\S)\1(?![\w*])")]
    private static partial Regex Italic();

    [GeneratedRegex("~~(.+?)~~")]
    private static partial Regex Strike();

    [GeneratedRegex(@"^(#{1,6})\s+(.*)$")]
    private static partial Regex Heading();

    [GeneratedRegex(@"^\s*([-*_]\s*){3,}$")]
    private static partial Regex Rule();

    [GeneratedRegex(@"^(\s*)([-*+]|\d+[.)])\s+(.*)$")]
    private static partial Regex Item();

    [GeneratedRegex(@"^\s*\|?[\s:|-]*-[\s:|-]*$")]
    private static partial Regex TableRule();
}
