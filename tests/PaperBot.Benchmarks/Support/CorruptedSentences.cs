using System.Globalization;
using System.Text.RegularExpressions;
using PaperBot.Papers;

namespace PaperBot.Benchmarks.Support;

/// <summary>Sentences as a careless or misled writer makes them of an abstract: each says something that the abstract it cites does not.</summary>
internal static partial class CorruptedSentences
{
    // Chosen as a writer would turn a sentence round; the program's own list was not looked at for it.
    private static readonly (string From, string To)[] Opposites =
    [
        ("outperforms", "underperforms"), ("outperform", "underperform"), ("improves", "worsens"), ("improve", "worsen"), ("improved", "degraded"), ("improvement", "deterioration"),
        ("increases", "decreases"), ("increase", "decrease"), ("increasing", "decreasing"), ("higher", "lower"), ("lower", "higher"), ("faster", "slower"), ("better", "worse"),
        ("reduces", "increases"), ("reduce", "increase"), ("reduced", "increased"), ("larger", "smaller"), ("smaller", "larger"), ("more", "less"), ("less", "more"), ("significant", "insignificant"),
        ("effective", "ineffective"), ("efficient", "inefficient"), ("accurate", "inaccurate"), ("high", "low"), ("low", "high"), ("large", "small"), ("small", "large"), ("strong", "weak"),
        ("weak", "strong"), ("best", "worst"), ("before", "after"), ("always", "never"), ("simple", "complicated"), ("similar", "different"), ("different", "identical"), ("positive", "negative"),
        ("above", "below"), ("without", "with"), ("upper", "lower"), ("maximum", "minimum"), ("linear", "nonlinear"), ("local", "global"), ("supervised", "unsupervised"), ("stable", "unstable"),
        ("possible", "impossible"), ("known", "unknown"), ("easy", "hard"), ("fails", "succeeds"), ("enhances", "impairs"), ("enhance", "impair"), ("decreases", "increases"), ("long", "short"),
        ("short", "long"), ("robust", "fragile"), ("necessary", "unnecessary"), ("finite", "infinite"), ("all", "none of the"), ("early", "late"), ("most", "least"),
    ];

    private static readonly string[] Inventions =
    [
        " and is deployed in forty hospitals", " at half of its cost", " and won a best paper award", ", as confirmed by NASA", " on the ImageNet benchmark", " with 97% accuracy", " and is free to use",
        ", according to Smith et al. (2019)", " in a trial with patients", " on a single smartphone",
    ];

    /// <param name="near">The other paper of the sample that is nearest in meaning.</param>
    /// <param name="names">Names from other papers.</param>
    public static IEnumerable<KnownSentence> Of(Paper paper, IReadOnlyList<string> sentences, Paper near, Paper far, IReadOnlyList<string> names, Random random)
    {
        foreach (var original in sentences)
        {
            foreach (var (kind, text) in Changed(original, names, paper, random))
            {
                if (text is not null && text != original)
                    yield return new KnownSentence(kind, text, paper, false, original);
            }

            yield return new KnownSentence("near paper cited", original, near, false, original);
            yield return new KnownSentence("other paper cited", original, far, false, original);
        }
    }

    private static IEnumerable<(string Kind, string? Text)> Changed(string sentence, IReadOnlyList<string> names, Paper paper, Random random)
    {
        yield return ("number changed", ChangedNumber(sentence, random));
        yield return ("numbers swapped", SwappedNumbers(sentence));
        yield return ("unit changed", ChangedUnit(sentence));
        yield return ("negated", Negated(sentence));
        yield return ("negation left out", Affirmed(sentence));
        yield return ("direction turned", Turned(sentence, random));
        yield return ("name changed", ChangedName(sentence, names, paper, random));
        yield return ("sides swapped", SwappedSides(sentence));
        yield return ("clause invented", $"{sentence.TrimEnd('.')}{Inventions[random.Next(Inventions.Length)]}.");
    }

    private static string? ChangedNumber(string sentence, Random random)
    {
        var numbers = Number().Matches(sentence);
        if (numbers.Count == 0)
            return null;
        var chosen = numbers[random.Next(numbers.Count)];
        if (!decimal.TryParse(chosen.Value.Replace(",", "", StringComparison.Ordinal), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value))
            return null;
        var other = random.Next(3) switch { 0 => value + 1, 1 => value * 2 + 3, _ => Math.Max(1, value - 2) + 11 };
        return sentence[..chosen.Index] + other.ToString(CultureInfo.InvariantCulture) + sentence[(chosen.Index + chosen.Length)..];
    }

    private static string? SwappedNumbers(string sentence)
    {
        var numbers = Number().Matches(sentence).DistinctBy(number => number.Value).ToList();
        if (numbers.Count < 2 || sentence[(numbers[0].Index + numbers[0].Length)..numbers[1].Index].Trim() is "and" or "to" or "or" or "," or "-" or "x")
            return null;
        var (a, b) = (numbers[0], numbers[1]);
        return sentence[..a.Index] + b.Value + sentence[(a.Index + a.Length)..b.Index] + a.Value + sentence[(b.Index + b.Length)..];
    }

    private static string? ChangedUnit(string sentence)
    {
        foreach (var (from, to) in new[] { (@"(?<=\d)\s?\\?%", "x"), (@"(?<=\d )ms\b", "s"), (@"(?<=\d )hours\b", "days"), (@"(?<=\d )GHz\b", "MHz"), (@"(?<=\d )years\b", "months"), (@"(?<=\d )times\b", "percent"), (@"(?<=\d )million\b", "billion"), (@"(?<=\d )nm\b", "mm") })
        {
            if (Regex.IsMatch(sentence, from))
                return new Regex(from).Replace(sentence, to, 1);
        }

        return null;
    }

    private static string? Negated(string sentence)
    {
        var verb = Verb().Match(sentence);
        return verb.Success && !Denies().IsMatch(sentence) ? $"{sentence[..(verb.Index + verb.Length)]} not{sentence[(verb.Index + verb.Length)..]}" : null;
    }

    private static string? Affirmed(string sentence)
    {
        var affirmed = new Regex(@" (?:cannot)\b").Replace(sentence, " can", 1);
        affirmed = affirmed == sentence ? new Regex(@"\b(?:does|do|did) not ").Replace(sentence, "", 1) : affirmed;
        affirmed = affirmed == sentence ? new Regex(@"(?<=\b(?:is|are|was|were|can|has|have|may|will|should)) not\b(?! only)").Replace(sentence, "", 1) : affirmed;
        return affirmed == sentence ? null : affirmed;
    }

    private static string? Turned(string sentence, Random random)
    {
        var fitting = Opposites.Where(pair => Regex.IsMatch(sentence, $@"(?<![\w-]){pair.From}(?![\w-])") && !(pair.From is "more" or "less" or "most" or "all" or "without" or "before" && sentence.Contains("more than", StringComparison.Ordinal))).ToList();
        if (fitting.Count == 0)
            return null;
        var (from, to) = fitting[random.Next(fitting.Count)];
        return new Regex($@"(?<![\w-]){from}(?![\w-])").Replace(sentence, to, 1);
    }

    private static string? ChangedName(string sentence, IReadOnlyList<string> names, Paper paper, Random random)
    {
        var own = Name().Matches(sentence).Select(name => name.Value).ToList();
        var other = names[random.Next(names.Count)];
        return own.Count == 0 || paper.Abstract.Contains(other, StringComparison.OrdinalIgnoreCase) || paper.Title.Contains(other, StringComparison.OrdinalIgnoreCase)
            ? null : sentence.Replace(own[random.Next(own.Count)], other, StringComparison.Ordinal);
    }

    private static string? SwappedSides(string sentence)
    {
        var match = Sides().Match(sentence);
        return match.Success && match.Groups["a"].Value.Split(' ').Length < 7 && match.Groups["b"].Value.Split(' ').Length < 7
            ? $"{match.Groups["b"].Value} {match.Groups["cue"].Value} {match.Groups["a"].Value}{match.Groups["rest"].Value}" : null;
    }

    public static IEnumerable<string> Names(string text) => Name().Matches(text).Select(name => name.Value);

    [GeneratedRegex(@"(?<![\w.$^_{\\-])\d+(?:,\d{3})*(?:\.\d+)?(?![\w}^])")]
    private static partial Regex Number();

    [GeneratedRegex(@"\b(?:is|are|was|were|can|has|have|will|may|could|should)\b")]
    private static partial Regex Verb();

    [GeneratedRegex(@"\b(?:not|no|never|cannot|without|neither|nor|none|unable|fail\w*|lack\w*)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Denies();

    [GeneratedRegex(@"(?<![\w$\\{-])(?:[A-Z]{2,}[A-Za-z0-9]*|[A-Z][a-z]+[A-Z]\w*)(?:-\d+)?(?![\w$}])")]
    private static partial Regex Name();

    [GeneratedRegex(@"^(?<a>[A-Z][\w -]{3,60}?) (?<cue>(?:significantly |consistently )?outperforms?|is (?:much |significantly )?(?:faster|better|larger|smaller|more \w+|less \w+) than|exceeds?|surpass(?:es)?) (?<b>(?:the |a |all )?[\w -]{3,60}?)(?<rest>(?: (?:on|in|for|by|with|at)\b.*)?[.,].*)$")]
    private static partial Regex Sides();
}
