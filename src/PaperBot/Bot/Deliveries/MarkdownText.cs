using System.Text;

namespace PaperBot.Bot.Deliveries;

/// <summary>Text as Markdown shows it unchanged: no markup, no mention and no link but those that the bot means.</summary>
internal static class MarkdownText
{
    public static string Escape(string text)
    {
        var escaped = new StringBuilder(text.Length + 16);
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            switch (c)
            {
                // As entities, which also keep Slack from reading <@…> and <!channel>.
                case '&':
                    escaped.Append("&amp;");
                    break;
                case '<':
                    escaped.Append("&lt;");
                    break;
                case '>':
                    escaped.Append("&gt;");
                    break;
                case '\\' or '`' or '*' or '_' or '~' or '[' or ']' or '|' or '!' or '#' or '@':
                    escaped.Append('\\').Append(c);
                    break;
                // An address would become a link, and a list would begin.
                case ':' when text.AsSpan(i).StartsWith("://"):
                case '.' when i >= 3 && text.AsSpan(i - 3, 3).Equals("www", StringComparison.OrdinalIgnoreCase):
                case '-' or '+' when BeginsLine(text, i):
                case '.' or ')' when i > 0 && char.IsAsciiDigit(text[i - 1]) && BeginsLine(text, DigitsBefore(text, i)):
                    escaped.Append('\\').Append(c);
                    break;
                default:
                    escaped.Append(c);
                    break;
            }
        }

        return escaped.ToString();
    }

    private static bool BeginsLine(string text, int at)
    {
        while (at > 0 && text[at - 1] is ' ' or '\t')
            at--;
        return at == 0 || text[at - 1] == '\n';
    }

    private static int DigitsBefore(string text, int at)
    {
        while (at > 0 && char.IsAsciiDigit(text[at - 1]))
            at--;
        return at;
    }
}
