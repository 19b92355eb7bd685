using System.Globalization;
using System.Text.RegularExpressions;
using PaperBot.Papers;

namespace PaperBot.Bot.Requests;

/// <summary>Reads what to subscribe to, and when: <c>"sparse retrieval" author:"Ada Lovelace" category:cs.IR like:2111.08566 weekdays 8:30</c>.</summary>
internal static partial class SubscribeReader
{
    /// <summary>A digest of more is a list that nobody reads.</summary>
    public const int MostPapers = 10;

    /// <summary>Of topics, of authors, and so on.</summary>
    public const int MostOfAKind = 10;

    public const int LongestTopic = 200;

    public const string RightForm = "subscribe \"sparse retrieval\" daily 09:00 Europe/Berlin";

    // Longer than anything that fits the limits above.
    private const int Longest = 3_000;

    private const string AllFields = "subscribe \"sparse retrieval\" author:\"Ada Lovelace\" category:cs.IR like:2111.08566 most:5 matches:best weekdays 8:30";

    /// <param name="rest">What stands behind <c>subscribe</c>.</param>
    public static BotRequest Read(string rest)
    {
        if (rest.Length > Longest)
            return Mistake("That is too long for a subscription.", RightForm);
        var text = Beginning().Replace(rest.Replace(Mark, ' ').Trim(), "");
        if (text.Length == 0)
            return rest.Trim().Length == 0 ? new BotRequest.SubscribeForm() : Mistake("What to subscribe to is missing.", RightForm);
        var (authors, categories, likes) = (new List<string>(), new List<string>(), new List<string>());
        int? most = null;
        MatchLevel? level = null;
        BotRequest.Mistake? mistake = null;
        // Quoted topics are set aside, so that nothing in them is read as a condition or a time.
        var quoted = new List<string>();
        var plain = Field().Replace(text, Take);
        if (mistake is not null)
            return mistake;
        plain = Quoted().Replace(plain, match => Aside(match.Groups["words"].Value));
        var (when, what) = TimingWords.Split(plain.Trim());
        what = Like().Replace(what, match => TakeExact(match.Groups["paper"].Value) ? " " : match.Value);
        what = Category().Replace(what, match => TakeCategory(match.Groups["category"].Value));
        // What follows a topic in quotes says when, or tries to.
        if (when.Length == 0 && BehindQuotes().Match(what) is { Success: true } behind && !Nothing().IsMatch(behind.Groups["words"].Value.Trim()))
            (when, what) = (behind.Groups["words"].Value.Trim(), what[..behind.Groups["words"].Index]);
        var isTrending = Trending().IsMatch(what.Trim(' ', ',', '.', '!'));
        var topics = (isTrending ? "" : About().Replace(what.Trim(), "")).Split([',', ';', '\n'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .SelectMany(Topics).Distinct(StringComparer.OrdinalIgnoreCase).ToList();
        if (topics.Count + authors.Count + categories.Count + likes.Count == 0 && !isTrending)
            return Mistake("What to subscribe to is missing; “trending” is everything that is talked about.", RightForm);
        if (new[] { topics.Count, authors.Count, categories.Count, likes.Count }.Max() > MostOfAKind)
            return Mistake($"Up to {MostOfAKind} topics, authors, categories and papers each fit in a subscription.", RightForm);
        if (topics.Concat(authors).Concat(categories).Concat(likes).Any(said => said.Length > LongestTopic))
            return Mistake($"A topic, a name or a paper takes up to {LongestTopic} characters.", RightForm);
        return new BotRequest.Subscribe(new SubscriptionWish(topics, authors, categories, likes) { When = when, Most = most, Level = level });

        string Take(Match match)
        {
            var (field, value) = (match.Groups["field"].Value.ToLowerInvariant(), Value(match));
            if (value.Length == 0)
                mistake ??= Mistake($"Behind “{field}:” something is missing.", AllFields);
            switch (field)
            {
                case "author" or "authors" or "by":
                    authors.Add(value);
                    break;
                case "category" or "categories" or "cat":
                    categories.AddRange(value.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));
                    break;
                case "like" or "seed":
                    likes.Add(value);
                    break;
                case "topic":
                    return Aside(value);
                case "most" when int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var count) && count is >= 1 and <= MostPapers:
                    most = count;
                    break;
                case "most":
                    mistake ??= Mistake($"“most:” takes a number from 1 to {MostPapers}.", AllFields);
                    break;
                case "matches" when Level(value) is { } chosen:
                    level = chosen;
                    break;
                case "matches":
                    mistake ??= Mistake("“matches:” is near, good or best.", AllFields);
                    break;
                default:
                    mistake ??= Mistake($"There is no “{field}:” in a subscription.", AllFields);
                    break;
            }

            return " ";
        }

        string Aside(string words)
        {
            if (words.Trim().Length == 0)
                return " ";
            quoted.Add(words.Trim());
            return string.Create(CultureInfo.InvariantCulture, $" , {Mark}{quoted.Count - 1}{Mark} , ");
        }

        IEnumerable<string> Topics(string piece) =>
            piece is [Mark, .. var number, Mark] && int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var index) && index < quoted.Count
                ? [quoted[index]] : Joining().Replace(piece.Replace(Mark, ' '), "").Trim().Trim('"', '“', '”', '`', '.', '!').Trim() is { Length: > 0 } topic && !Nothing().IsMatch(topic)
                    ? [topic] : [];

        bool TakeExact(string reference)
        {
            if (PaperReference.ParseExact(reference)?.Key is null)
                return false;
            likes.Add(reference);
            return true;
        }

        string TakeCategory(string category)
        {
            categories.Add(category);
            return " ";
        }
    }

    public static MatchLevel? Level(string word) => word.ToLowerInvariant() switch
    {
        "near" or "all" or "everything" or "any" => MatchLevel.Near,
        "good" => MatchLevel.Good,
        "best" or "only the best" => MatchLevel.Best,
        _ => null,
    };

    private static BotRequest.Mistake Mistake(string problem, string rightForm) => new(problem, rightForm);

    private static string Value(Match match) => (match.Groups["quoted"].Success ? match.Groups["quoted"] : match.Groups["bare"]).Value.Trim();

    // Nobody types it, and what is pasted with it in it loses nothing.
    private const char Mark = '\u001F';

    [GeneratedRegex(
        @"^(?:(?:me|us|this\s+channel|the\s+channel|here)\s+)?(?:to\s+|for\s+|with\s+)?", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Beginning();

    // An address, an id (arxiv:…) and a time are none.
    [GeneratedRegex(
        """(?<!\S)(?<field>(?!(?:https?|arxiv|doi|acl|local):)[a-z]{2,20}):(?!//)\s?(?:["“„«](?<quoted>[^"“”„«»]*)["”“»]|(?<bare>[^\s"“”„«»]*))""",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Field();

    [GeneratedRegex("""["“„«”](?<words>[^"“”„«»]*)["”“»]""", RegexOptions.CultureInvariant)]
    private static partial Regex Quoted();

    [GeneratedRegex(@"\u001F , *(?<words>(?!(?:and|or|plus|also)\b)[^,;\u001F\n]+)$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex BehindQuotes();

    [GeneratedRegex(@"(?<!\S)(?:(?:papers\s+)?(?:like|similar\s+to)\s+)?(?<paper>[^\s,;]*[0-9][^\s,;]*)(?!\S)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Like();

    [GeneratedRegex(
        @"(?<!\S)(?:in\s+)?(?<category>(?:cs|math|stat|eess|econ|q-bio|q-fin|physics|astro-ph|cond-mat|nlin)\.[a-z]{2}(?:-[a-z]{2,4})?)(?![^\s,;])",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Category();

    [GeneratedRegex(
        @"^(?:(?:to|the|what(?:'s|\s+is)?|all)\s+)*(?:trending|hot)(?:\s+(?:papers|ones|topics))?$|^(?:the\s+)?trends$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Trending();

    /// <summary>"New papers on".</summary>
    [GeneratedRegex(
        @"^(?:to\s+)?(?:(?:(?:the|all|new|recent|latest|any|every)\s+)*(?:papers?|work|articles?|preprints?|digests?)\s+(?:on|about|of|for|in)\s+)?",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex About();

    /// <summary>What is left of a sentence around conditions.</summary>
    [GeneratedRegex(
        @"^(?:(?:the|all|new|recent|latest|any|every|papers?|articles?|by|in|like|on|about|and|or|to)\b\s*)+$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Nothing();

    /// <summary>"… and" between quoted topics, "by" before an author that was taken.</summary>
    [GeneratedRegex(@"^(?:(?:and|or|on|about|papers|also|plus|to)\b\s*)+|\s*\b(?:and|or|by|in|like|papers|plus)$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Joining();
}
