using System.Text;
using System.Text.Json;
using PaperBot.Papers;
using PaperBot.Slack.Interaction;

namespace PaperBot.Bot.Shares;

/// <summary>The papers that a message names: by a link, an arXiv id or a DOI, anywhere in it.</summary>
internal static class NamedPapers
{
    /// <summary>A message that names more is a list, and its first papers stand for it.</summary>
    public const int Most = 20;

    // The text of a message is up to 40,000 characters long; its blocks and attachments are read as far as that again.
    private const int LongestText = 80_000;

    /// <param name="text">In Slack's markup.</param>
    /// <returns>In the order of the text, each once, at most <see cref="Most"/>.</returns>
    public static IReadOnlyList<PaperKey> In(string text) =>
        // Only the ampersand: with the two others back in their places, an address would end at them.
        [.. PaperReference.FindAll(text.Replace("&amp;", "&", StringComparison.Ordinal)).Select(found => found.Key).OfType<PaperKey>().Take(Most)];

    /// <summary>Reads blocks and attachments as well: what an app wrote often has its links there alone.</summary>
    public static IReadOnlyList<PaperKey> In(PayloadMessage message)
    {
        var text = new StringBuilder(message.Text);
        foreach (var part in (JsonElement?[])[message.Blocks, message.Attachments])
            if (part is { } content)
                Collect(content, text);
        return In(text.ToString());
    }

    private static void Collect(JsonElement content, StringBuilder text)
    {
        if (text.Length > LongestText)
            return;
        switch (content.ValueKind)
        {
            case JsonValueKind.String:
                text.Append('\n').Append(Text(content));
                break;
            case JsonValueKind.Array:
                foreach (var item in content.EnumerateArray())
                    Collect(item, text);
                break;
            case JsonValueKind.Object:
                foreach (var property in content.EnumerateObject())
                    Collect(property.Value, text);
                break;
            default:
                break;
        }
    }

    private static string Text(JsonElement content)
    {
        try
        {
            return content.GetString() ?? "";
        }
        catch (InvalidOperationException)
        {
            // Half a surrogate pair, where something was cut; no paper is named so.
            return "";
        }
    }
}
