using System.Collections.Frozen;
using System.Globalization;
using System.Text.RegularExpressions;
using PaperBot.Papers;

namespace PaperBot.Ingestion.Sources;

internal enum TrendingLineKind
{
    /// <summary>What a page shows beside its papers.</summary>
    Furniture,

    /// <summary>A title, or names, or anything else that is short.</summary>
    Title,

    Abstract,
}

/// <summary>Tells one line of a trending page from another.</summary>
internal static partial class TrendingLine
{
    /// <summary>Characters from which a line is an abstract whatever it says; no title on such pages has 300.</summary>
    private const int SurelyAbstract = 350;

    /// <summary>Characters from which prose is an abstract.</summary>
    private const int PerhapsAbstract = 140;

    private static readonly FrozenSet<string> Words = (
        "new|subscribe|subscribed|trending|trending papers|daily papers|papers|paper|papers with code|hugging face|models|datasets|spaces|" +
        "buckets|docs|enterprise|pricing|log in|sign up|login|logout|sign in|search|daily|weekly|monthly|today|yesterday|this week|this month|" +
        "previous|next|load more|show more|read more|see more|more|community|upvote|upvoted|upvotes|github|github page|code|arxiv|arxiv page|" +
        "pdf|view pdf|view arxiv page|project page|project|website|add to collection|share|bookmark|save|copy link|submitted by|by|authors|" +
        "comments|comment|like|likes|top|hot|latest|filter|sort|views|stars|home|about|terms|privacy|tos|jobs|careers|company|menu|settings|" +
        "demo|dataset|model|space|-|–|—|·|•|...|…|+|x|×")
        .Split('|').ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    /// <param name="line">With white space folded.</param>
    public static TrendingLineKind Classify(string line)
    {
        if (line.Length >= SurelyAbstract)
            return TrendingLineKind.Abstract;
        if (Words.Contains(line) || Furniture().IsMatch(line) || !line.Any(char.IsLetter))
            return TrendingLineKind.Furniture;
        return line.Length >= PerhapsAbstract && IsProse(line) ? TrendingLineKind.Abstract : TrendingLineKind.Title;
    }

    /// <summary>Words that hardly any text but such a page has on a line of their own.</summary>
    public static bool IsMark(string line) => Mark().IsMatch(line);

    /// <summary>Only names between commas: "Ada Lovelace, G. Hopper".</summary>
    public static bool IsNames(string line)
    {
        var parts = line.Split([", ", " and ", " · ", ","], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        return parts.Length > 1 && parts.All(part => NamePattern().IsMatch(part));
    }

    /// <summary>The day in "Published on Mar 20, 2025"; null when the line has none or has no year.</summary>
    public static PublicationDate? PublishedOn(string line)
    {
        if (Day().Match(line) is not { Success: true } day || !PublicationDate.TryParseMonth(day.Groups["month"].Value, out var month))
            return null;
        return PublicationDate.TryCreate(
            int.Parse(day.Groups["year"].ValueSpan, CultureInfo.InvariantCulture),
            month,
            int.Parse(day.Groups["day"].ValueSpan, CultureInfo.InvariantCulture),
            out var date)
            ? date
            : null;
    }

    private static bool IsProse(string line) => line[^1] is '.' or '!' or '?' or '…' or ')' && line.Count(c => c == ' ') >= 18;

    [GeneratedRegex(
        """
        ^(?:
          [★⭐☆▲△↑⬆❤♥👍\W]*\d[\d.,]*\s?[kKmM]?\+?
            (?:\s(?:stars?|likes?|upvotes?|comments?|replies|views?|citations?|points?|authors?|papers?|(?:minutes?|hours?|days?|weeks?|months?|[dhm])\sago|min\sread))?
          |(?:upvotes?|github|stars?|likes?|comments?|code|arxiv|page)\W*\s?[★⭐☆]?\s?\d[\d.,]*\s?[kKmM]?
          |[·•|]\s?.{0,80}
          |(?:submitted|posted|shared|uploaded)\sby\b.{0,80}
          |by\s?AK\b.{0,60}
          |by\s[\w.\-]{1,40}
          |get\strending\spapers\b.{0,60}
          |(?:published|submitted|updated|posted)(?:\son)?\W.{0,40}\d.{0,20}
          |(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]{0,6}\.?\s\d{1,2}(?:st|nd|rd|th)?(?:,?\s\d{4})?(?:\s?[-–]\s?.{0,20})?
          |\d{1,2}\s(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}\.?(?:,?\s\d{4})?
          |(?:mon|tues?|wed(?:nes)?|thurs?|fri|sat(?:ur)?|sun)(?:day)?(?:,?\s[a-z]{3,9}\.?\s\d{1,2}(?:,?\s\d{4})?)?
          |week\s(?:of\s)?(?:[a-z]{3,9}\s)?\d{1,2}(?:,?\s\d{4})?
          |\#\d+\spaper\sof\sthe\s(?:day|week|month)
          |https?://\S+
          |arxiv:\S+
          |(?:and\s)?\+?\d+\smore
          |(?:view|read|open|see)\s(?:paper|pdf|on\s\w+|all(?:\s\w+)?|more)
        )$
        """,
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex Furniture();

    [GeneratedRegex(
        @"^(?:get trending papers\b.*|trending papers|daily papers|papers with code|upvote.*|submitted by.*|by ?AK\b.*|github.*|arxiv page|" +
        @"[·•]? ?\d+ authors?|published on .*|#\d+ paper of the .*)$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Mark();

    [GeneratedRegex(
        @"^(?:\p{Lu}[\p{L}\p{M}'’.\-]*|(?:de|van|von|der|den|la|le|di|da|del|bin|al|el|ter)\b)" +
        @"(?: (?:\p{Lu}[\p{L}\p{M}'’.\-]*|de|van|von|der|den|la|le|di|da|del|bin|al|el|ter)){1,4}$",
        RegexOptions.CultureInvariant)]
    private static partial Regex NamePattern();

    [GeneratedRegex(@"\b(?<month>[A-Za-z]{3,9})\.? (?<day>\d{1,2})(?:st|nd|rd|th)?,? (?<year>\d{4})\b", RegexOptions.CultureInvariant)]
    private static partial Regex Day();
}
