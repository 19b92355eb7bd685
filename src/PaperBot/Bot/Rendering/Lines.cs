using PaperBot.Slack.Blocks;

namespace PaperBot.Bot.Rendering;

/// <summary>Lines of markup, packed into as few blocks as Slack's limit on a text allows.</summary>
internal static class Lines
{
    private const int Longest = 3_000;

    /// <summary>Small and grey; addresses that were only quoted stay text.</summary>
    public static IEnumerable<Block> Small(params IEnumerable<string> lines) =>
        Pack(lines).Select(text => new ContextBlock { Elements = [new Mrkdwn(text) { Verbatim = true }] });

    public static IEnumerable<Block> Plain(params IEnumerable<string> lines) =>
        Pack(lines).Select(text => new SectionBlock { Text = new Mrkdwn(text) { Verbatim = true } });

    private static IEnumerable<string> Pack(IEnumerable<string> lines)
    {
        var text = "";
        foreach (var line in lines.Where(line => line.Length > 0))
        {
            if (text.Length > 0 && text.Length + 1 + line.Length > Longest)
            {
                yield return text;
                text = "";
            }

            text = text.Length > 0 ? $"{text}\n{line}" : line;
        }

        if (text.Length > 0)
            yield return text;
    }
}
