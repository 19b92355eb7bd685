using System.Globalization;
using System.Text.RegularExpressions;

namespace PaperBot.Answering.Conversations;

/// <summary>"From 2024", "since 2023", "between 2020 and 2022" at the end of what to search for, as the conditions that a search takes.</summary>
internal static partial class SpokenYears
{
    public static (string What, string Conditions) Part(string what)
    {
        if (End().Match(what) is not { Success: true } end)
            return (what, "");
        var from = int.Parse(end.Groups["from"].Value, CultureInfo.InvariantCulture);
        var conditions = end.Groups["to"] is { Success: true } to ? $"since:{from} until:{to.Value}" : end.Groups["when"].Value.ToLowerInvariant() switch
        {
            "since" or "from" when end.Groups["on"].Success => $"since:{from}",
            "since" => $"since:{from}",
            "after" => $"since:{from + 1}",
            "before" => $"until:{from - 1}",
            "until" or "till" or "up to" => $"until:{from}",
            _ => $"since:{from} until:{from}",
        };
        return (what[..end.Index], conditions);
    }

    [GeneratedRegex(
        @"(?:^|\s+)(?:(?:that were |which were )?(?:published|written|released) )?(?:between (?<from>(?:19|20)\d\d) and (?<to>(?:19|20)\d\d)"
        + @"|from (?<from>(?:19|20)\d\d)(?: to | until |-|–)(?<to>(?:19|20)\d\d)|(?<when>from|in|of|since|after|before|until|till|up to) (?<from>(?:19|20)\d\d)(?<on> on| onwards?)?)$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex End();
}
