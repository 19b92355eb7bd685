using System.Text;
using System.Text.RegularExpressions;
using PaperBot.Papers;
using PaperBot.Slack;

namespace PaperBot.Bot.Rendering;

/// <summary>Text of papers and people, made fit to show in Slack: readable, on one line, as long as there is room, never markup.</summary>
internal static partial class SafeText
{
    /// <summary>For places that show text as it is: rich text, table cells, plain text objects.</summary>
    /// <returns>At most <paramref name="most"/> characters.</returns>
    public static string Line(string text, int most) => Cut(Readable(text), most, escaped: false);

    /// <summary>For Slack's markup. Addresses in it do not become links, nor signs bold or emoji: a link is one that the library has.</summary>
    /// <returns>At most <paramref name="most"/> characters once escaped.</returns>
    public static string Mrkdwn(string text, int most) => SlackText.Escape(Cut(Defused(Readable(text)), most, escaped: true));

    /// <summary>Lines as they are, LaTeX included, for Slack's markup.</summary>
    public static string Code(string lines) => $"```\n{SlackText.Escape(Defused(Whole(lines)).Replace('`', 'ˋ'))}\n```";

    /// <summary>For Slack's markup, as a person typed it: braces and backslashes are theirs.</summary>
    /// <returns>At most <paramref name="most"/> characters once escaped.</returns>
    public static string Typed(string text, int most) => SlackText.Escape(Cut(Defused(Whole(PrintableText.Line(text))), most, escaped: true));

    private static string Readable(string text) => Whole(PrintableText.Line(LatexText.ToReadable(text)));

    /// <summary>Half a surrogate pair cannot be sent.</summary>
    private static string Whole(string text) =>
        text.AsSpan().ContainsAnyInRange('\uD800', '\uDFFF') ? string.Concat(text.EnumerateRunes()) : text;

    // Slack has no escape for these; they open something only where a word begins.
    private static string Defused(string text) => Opening().Replace(Emoji().Replace(text, "꞉"), sign => sign.Value switch
    {
        "*" => "∗",
        "_" => "ˍ",
        "~" => "∼",
        "`" => "ˋ",
        // An invisible joiner; the letters stay.
        _ => ":\u2060",
    });

    private static string Cut(string text, int most, bool escaped)
    {
        var (length, fits) = (0, 0);
        for (var at = 0; at < text.Length;)
        {
            length += escaped && text[at] is '&' ? 5 : escaped && text[at] is '<' or '>' ? 4 : 1;
            var pair = char.IsHighSurrogate(text[at]) ? 2 : 1;
            length += pair - 1;
            if (length > most)
                return $"{AtWord(text[..fits])}…";
            at += pair;
            if (length < most)
                fits = at;
        }

        return text;
    }

    /// <summary>Without the piece of a word at its end, where that costs little.</summary>
    private static string AtWord(string text)
    {
        var space = text.LastIndexOf(' ');
        return (space > 0 && text.Length - space <= 24 ? text[..space] : text).TrimEnd(' ', ',', ';', ':');
    }

    [GeneratedRegex(@"(?<![\w*_~`])[*_~`]|(?<=[a-z]{2,6}):(?=//)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Opening();

    [GeneratedRegex(@":(?=[a-z0-9_+'-]+:)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Emoji();
}
