using System.Text.RegularExpressions;
using PaperBot.Papers;

namespace PaperBot.Benchmarks.Support;

/// <summary>Sentences as a faithful writer makes them of an abstract: its own, and changes that keep what they say.</summary>
internal static partial class GoodSentences
{
    // Pairs that a writer may exchange; the program's own list was not looked at for it.
    private static readonly (string From, string To)[] Synonyms =
    [
        ("use", "employ"), ("uses", "employs"), ("using", "with"), ("show that", "demonstrate that"), ("shows that", "demonstrates that"), ("approach", "method"), ("method", "approach"),
        ("achieves", "reaches"), ("obtain", "get"), ("several", "multiple"), ("large", "big"), ("difficult", "hard"), ("important", "crucial"), ("in order to", "to"), ("due to", "because of"),
        ("such as", "like"), ("utilize", "use"), ("demonstrate", "show"), ("evaluate", "test"), ("requires", "needs"), ("require", "need"), ("allows", "enables"), ("investigate", "study"),
        ("is able to", "can"), ("are able to", "can"), ("a number of", "several"), ("significantly", "considerably"), ("however", "yet"), ("and", "as well as"),
    ];

    public static IEnumerable<KnownSentence> Of(Paper paper, IReadOnlyList<string> sentences, Random random)
    {
        for (var i = 0; i < sentences.Count; i++)
        {
            var original = sentences[i];
            yield return Good("as it stands", original);
            if (OfAuthors(original) is { } told)
                yield return Good("told of the authors", told);
            if (WithoutLead().Replace(original, "") is var shorter && shorter.Length < original.Length && shorter.Split(' ').Length > 5)
                yield return Good("without its lead", Capitalized(shorter));
            if (WithoutClause(original) is { } clause)
                yield return Good("without its last clause", clause);
            if (WithSynonyms(original, random) is { } other && other != original)
                yield return Good("with synonyms", other);
            if (WithNumbersRewritten(original) is { } rewritten && rewritten != original)
                yield return Good("numbers written otherwise", rewritten);
            if (i + 1 < sentences.Count && original.Length + sentences[i + 1].Length < 260 && sentences[i + 1].StartsWith("The ", StringComparison.Ordinal))
                yield return Good("two in one", $"{original.TrimEnd('.')}, and t{sentences[i + 1][1..]}");

            KnownSentence Good(string kind, string text) => new(kind, text, paper, true, original);
        }
    }

    private static string? OfAuthors(string sentence)
    {
        var told = We().Replace(sentence, match => char.IsUpper(match.Value[0]) ? "The authors" : "the authors");
        told = Our().Replace(told, match => char.IsUpper(match.Value[0]) ? "Their" : "their");
        return told == sentence ? null : told;
    }

    private static string? WithoutClause(string sentence)
    {
        var comma = sentence.LastIndexOf(", ", StringComparison.Ordinal);
        return comma > 50 && sentence.Count(letter => letter == ',') == 1 && Subordinate().IsMatch(sentence[comma..]) ? sentence[..comma] + "." : null;
    }

    private static string? WithSynonyms(string sentence, Random random)
    {
        var fitting = Synonyms.Where(pair => Regex.IsMatch(sentence, $@"\b{pair.From}\b")).ToList();
        if (fitting.Count == 0)
            return null;
        foreach (var (from, to) in fitting.OrderBy(_ => random.Next()).Take(2))
            sentence = new Regex($@"\b{from}\b").Replace(sentence, to, 1);
        return sentence;
    }

    private static string WithNumbersRewritten(string sentence)
    {
        sentence = Percent().Replace(sentence, "${n} percent");
        sentence = Thousands().Replace(sentence, "${a}${b}");
        return SmallNumber().Replace(sentence, match => match.Value switch { "two" => "2", "three" => "3", "four" => "4", _ => "5" });
    }

    private static string Capitalized(string text) => char.ToUpperInvariant(text[0]) + text[1..];

    [GeneratedRegex(@"\b[Ww]e\b")]
    private static partial Regex We();

    [GeneratedRegex(@"\b[Oo]ur\b")]
    private static partial Regex Our();

    [GeneratedRegex(@"^(?:In this (?:paper|work|letter|article|study)|However|Moreover|Furthermore|Finally|In addition|Additionally|Here|In particular|Specifically|Therefore|Thus|Recently|To this end), ")]
    private static partial Regex WithoutLead();

    [GeneratedRegex(@"^, (?:which|where|while|and|with|thus|thereby|making|leading|allowing|including|such as)\b")]
    private static partial Regex Subordinate();

    [GeneratedRegex(@"(?<n>\d)\s?\\?%")]
    private static partial Regex Percent();

    [GeneratedRegex(@"(?<a>\b\d{1,3}),(?<b>\d{3}\b)")]
    private static partial Regex Thousands();

    [GeneratedRegex(@"\b(?:two|three|four|five)\b(?! or )")]
    private static partial Regex SmallNumber();
}
