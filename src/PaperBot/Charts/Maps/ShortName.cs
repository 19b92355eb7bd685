using System.Text.RegularExpressions;
using PaperBot.Papers;

namespace PaperBot.Charts.Maps;

/// <summary>What a paper is called where there is room for few words: its system's name, which titles put before a colon, or its title's beginning.</summary>
internal static partial class ShortName
{
    private const int LongestName = 24, LongestTitle = 40;

    public static string Of(string title)
    {
        var line = ChartText.Line(title, 400);
        if (SystemName().Match(line) is { Success: true } system && system.Groups["name"].Value is { Length: <= LongestName } name)
            return name;
        var cut = ChartText.Line(line.TrimEnd('.'), LongestTitle);
        // "Fast search of the…" ends better at "Fast search…".
        return cut.EndsWith('…') ? $"{Dangling().Replace(cut[..^1], "")}…" : cut;
    }

    [GeneratedRegex(@"^(?<name>[\p{L}\p{Nd}][\p{L}\p{Nd}\p{M}+.'’-]*(?: [\p{L}\p{Nd}][\p{L}\p{Nd}\p{M}+.'’-]*){0,2}): \S", RegexOptions.CultureInvariant)]
    private static partial Regex SystemName();

    [GeneratedRegex(@"(?:\s+(?:a|an|and|as|at|by|for|from|in|into|is|of|on|or|the|to|under|using|via|with|based))+$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Dangling();
}
