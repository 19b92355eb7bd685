using System.Text.RegularExpressions;
using PaperBot.Slack;

namespace PaperBot.Bot.Requests;

/// <summary>What a person typed, read out of Slack's markup.</summary>
internal static partial class TypedText
{
    /// <summary>Addresses, people and channels as they were typed, and nothing escaped. Any text may come in.</summary>
    public static string Read(string markup) =>
        SlackText.Unescape(Marked().Replace(markup, match => Plain(match.Groups["what"].Value, match.Groups["label"].Value))).Trim();

    private static string Plain(string what, string label) => what switch
    {
        // <@U012|ada>, <#C012|general>, <!here>
        ['@' or '#', ..] => label.Length > 0 ? $"{what[0]}{label}" : what,
        ['!', ..] => label.Length > 0 ? label : "",
        _ when what.StartsWith("mailto:", StringComparison.Ordinal) => label.Length > 0 ? label : what["mailto:".Length..],
        // Slack makes a link of "arxiv.org" as well; the person typed the label then.
        _ => label.Length > 0 && what.TrimEnd('/').EndsWith("//" + label.TrimEnd('/'), StringComparison.Ordinal) ? label : what,
    };

    [GeneratedRegex(@"<(?<what>(?:[@#!]|https?://|mailto:)[^<>|]*)(?:\|(?<label>[^<>]*))?>", RegexOptions.CultureInvariant)]
    private static partial Regex Marked();
}
