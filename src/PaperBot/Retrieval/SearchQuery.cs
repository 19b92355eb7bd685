using System.Text;
using System.Text.RegularExpressions;
using PaperBot.Papers;

namespace PaperBot.Retrieval;

/// <summary>What a person searches for: free text, and the conditions typed among it (<c>author:hinton since:2021 venue:"ICLR"</c>).</summary>
internal sealed partial record SearchQuery(string Text, SearchFilter Filter)
{
    // SQLite bounds the depth of a condition and the length of a pattern; nobody types as much.
    private const int MostConditions = 20, LongestValue = 200;

    /// <summary>Reads a query. A colon after any other word is text like any other.</summary>
    /// <param name="problem">One sentence for people when a condition cannot be read; null otherwise.</param>
    public static SearchQuery Parse(string typed, out string? problem)
    {
        var (text, filter) = (new StringBuilder(), SearchFilter.None);
        problem = null;
        var conditions = 0;
        var end = 0;
        foreach (Match match in Condition().Matches(typed))
        {
            text.Append(typed, end, match.Index - end);
            end = match.Index + match.Length;
            var value = (match.Groups["quoted"].Success ? match.Groups["quoted"] : match.Groups["bare"]).Value.Trim();
            var field = match.Groups["field"].Value.ToLowerInvariant();
            if (value.Length == 0)
                problem ??= $"{field}: needs a value, for example {Example(field)}.";
            else if (value.Length > LongestValue)
                problem ??= $"{field}: takes at most {LongestValue} characters.";
            else if (++conditions > MostConditions)
                problem ??= $"A search takes at most {MostConditions} conditions.";
            else if (field is "since" or "until" && !PublicationDate.TryParse(value, out _))
                problem ??= $"{field}: takes a date, for example {Example(field)}.";
            else
                filter = With(filter, field, value);
        }

        text.Append(typed, end, typed.Length - end);
        if (filter is { Since: { } since, Until: { } until } && string.CompareOrdinal(since.ToString(), until + "~") > 0)
            problem ??= "since: is later than until:, so no paper can match.";
        return new SearchQuery(Spaces().Replace(text.ToString(), " ").Trim(), filter);
    }

    private static SearchFilter With(SearchFilter filter, string field, string value) => field switch
    {
        "author" => filter with { Authors = [.. filter.Authors, value] },
        "venue" => filter with { Venues = [.. filter.Venues, value] },
        "category" => filter with { Categories = [.. filter.Categories, value] },
        "source" => filter with { Sources = [.. filter.Sources, value] },
        "since" => filter with { Since = Date(value) },
        _ => filter with { Until = Date(value) },
    };

    private static PublicationDate? Date(string value) => PublicationDate.TryParse(value, out var date) ? date : null;

    private static string Example(string field) => field switch
    {
        "author" => "author:hinton or author:\"yann lecun\"",
        "venue" => "venue:ICLR",
        "category" => "category:cs.IR",
        "source" => "source:bibtex",
        _ => $"{field}:2021, {field}:2021-06 or {field}:2021-06-15",
    };

    [GeneratedRegex("""(?<![^\s(])(?<field>author|since|until|venue|category|source):(?:["“](?<quoted>[^"”]*)["”]?|(?<bare>[^\s"“”]*))""", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Condition();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();
}
