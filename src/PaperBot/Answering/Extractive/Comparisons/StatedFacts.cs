using System.Collections.Frozen;
using System.Text.RegularExpressions;

namespace PaperBot.Answering.Extractive.Comparisons;

/// <summary>What can be read off an abstract letter by letter, and so said of it without understanding it.</summary>
/// <param name="Names">Words written as names are: ImageNet, CIFAR-10, BERT.</param>
/// <param name="Terms">Pairs of neighbouring content words, lower-case: "reinforcement learning".</param>
/// <param name="Measures">Numbers with their unit: 12.5%, 3 times, 28.4 BLEU.</param>
internal sealed partial record StatedFacts(IReadOnlyList<string> Names, IReadOnlyList<string> Terms, IReadOnlyList<string> Measures)
{
    private static readonly FrozenSet<string> Plain = (
        "a an the of in on to for with and or by from as at is are be was were been being that this these those it its they their we our us i can "
        + "could may might will would should must have has had do does did not no nor but if than then so such also both each "
        + "either more most less "
        + "least many much several some any all other another one two three four five first second new novel same different various well very only "
        + "just even still yet while when where which who whose what how why because since although though however thus hence therefore into over "
        + "under between among across through via using use used uses based propose proposed proposes present presented "
        + "presents introduce introduces "
        + "show shows shown demonstrate demonstrates paper work study method methods approach approaches model models result results experiments "
        + "state art existing recent previous prior large small high low better best good significant significantly improve improves improved "
        + "outperform outperforms achieve achieves performance problem problems task tasks set sets data here there up out about during without "
        + "within per et al e g i.e").Split(' ').ToFrozenSet(StringComparer.Ordinal);

    public static StatedFacts Of(string text) => new(
        Distinct(Name().Matches(text).Select(match => match.Value.TrimEnd('-', '.')), StringComparer.OrdinalIgnoreCase),
        Distinct(PairsOf(text), StringComparer.Ordinal),
        Distinct(Measure().Matches(text).Select(match => match.Value.Trim()), StringComparer.OrdinalIgnoreCase));

    /// <summary>Whether the text says the word as a word, whatever its case.</summary>
    public static bool Mentions(string text, string word)
    {
        for (var i = text.IndexOf(word, StringComparison.OrdinalIgnoreCase); i >= 0; i = text.IndexOf(word, i + 1, StringComparison.OrdinalIgnoreCase))
        {
            var end = i + word.Length;
            if ((i == 0 || !char.IsLetterOrDigit(text[i - 1])) && (end == text.Length || !char.IsLetterOrDigit(text[end])))
                return true;
        }
        return false;
    }

    private static IEnumerable<string> PairsOf(string text)
    {
        foreach (Match match in Pair().Matches(text))
        {
            var first = match.Groups["first"].Value.ToLowerInvariant();
            var second = match.Groups["second"].Value.ToLowerInvariant();
            if (!Plain.Contains(first) && !Plain.Contains(second))
                yield return text.Substring(match.Index, first.Length + 1 + second.Length).ToLowerInvariant();
        }
    }

    private static List<string> Distinct(IEnumerable<string> texts, StringComparer comparer) => [.. texts.Distinct(comparer)];

    // Two capitals, a capital inside, or letters joined to a number.
    [GeneratedRegex(@"(?<![\w$\\{^-])(?:[A-Z][a-z]+[A-Z][A-Za-z0-9]*(?:-\d+\w*)?|[a-z]{1,2}[A-Z][A-Za-z0-9]+|[A-Z]{2,}[A-Za-z0-9]*(?:-\d+\w*)?|[A-Z][A-Za-z]*-?\d+[A-Za-z0-9]*)(?![\w$}])")]
    private static partial Regex Name();

    // Looks ahead for the second word, so that it can be the first of the next pair.
    [GeneratedRegex(@"(?<![\w-])(?<first>[A-Za-z][a-z]{3,})(?= (?<second>[a-z]{4,})(?![\w-]))")]
    private static partial Regex Pair();

    [GeneratedRegex(
        @"(?<![\w.])\d+(?:[.,]\d+)*\s?(?:%|\\%|percent\b|percentage\s+points?\b|points\b|x\b|×|times\b|-fold\b|BLEU\b|ROUGE\b"
        + @"|F1\b|dB\b|ms\b|seconds\b|minutes\b|hours\b|days\b|GB\b|MB\b|GPUs?\b"
        + @"|(?:million|billion|thousand)\b(?:\s+(?:parameters|tokens|images|pairs|sentences|samples|examples|documents"
        + @"|papers)\b)?|parameters\b|tokens\b|images\b|patients\b|participants\b|languages\b|samples\b|examples\b)",
        RegexOptions.IgnoreCase)]
    private static partial Regex Measure();
}
