using System.Collections.Frozen;
using System.Text.RegularExpressions;

namespace PaperBot.Answering.Extractive.Comparisons;

/// <summary>The words of weight that every one of some papers uses: what they are about together.</summary>
internal static partial class SharedTerms
{
    private const int Longest = 3;

    // Words of any paper, which say nothing of what two have in common.
    private static readonly FrozenSet<string> Plain = (
        "a an the of in on to for with and or by from as at is are be was were been being that this these those it its they their we us our i can "
        + "could may might will would should must have has had do does did not no nor but if than then so such also both each either more most less least many much "
        + "several some any all other another one two three four five six first second third last new novel same different various varied well very only just even still yet while "
        + "when where which who whose what how why because since although though however thus hence therefore into over under between among across through via "
        + "using use used uses based propose proposed proposes present presented presents introduce introduces introduced show shows shown demonstrate demonstrates "
        + "paper work study studies authors author method methods approach approaches model models framework system result results experiment experiments experimental evaluation "
        + "state art existing recent previous prior earlier large larger small smaller high higher low lower better best good strong significant significantly improve improves improved "
        + "outperform outperforms outperformed achieve achieves achieved performance problem problems task tasks set sets data dataset datasets benchmark benchmarks here there up out about during without "
        + "within per et al e g i.e learn learns learned train trained trains test many often usually further analysis theory "
        + "number numbers parameter parameters input inputs output outputs layer layers general standard simple "
        + "need needs needed make makes made give gives given take takes takes allow allows effective efficient efficiently efficiency code available page https github com "
        + "like every own single whole early later next time way ways order form forms part parts kind case cases level levels long short full common usual usually conventional compared "
        + "find finds found provide provides provided yield yields help helps helpful enable enables lead leads consist consists combine combines combined combining contain contains build builds built develop developed "
        + "apply applied applies require requires required obtain obtains obtained compare comparable competitive close increase reduce reduces reduced additional extensive real world real-world important due despite").Split(' ').ToFrozenSet(StringComparer.Ordinal);

    // Words that weigh only beside another: "tangent" makes a topic of "neural kernel".
    private static readonly FrozenSet<string> Half =
        "learning deep neural network networks machine training architecture architectures algorithm algorithms function functions time artificial".Split(' ').ToFrozenSet(StringComparer.Ordinal);

    /// <returns>Lower-case runs of words that stand in every title or the text below it, those of the titles first; none is part of another.</returns>
    /// <exception cref="OperationCanceledException">Asked for before all terms were sought.</exception>
    public static IReadOnlyList<string> Of(IReadOnlyList<(string Title, string Text)> papers, int most, CancellationToken cancellationToken)
    {
        var shared = Runs($"{papers[0].Title}. {papers[0].Text}")
            .Distinct(StringComparer.Ordinal)
            .Select(Shortest)
            .Where(term => papers.All(paper => StatedFacts.Mentions(paper.Title, term) || StatedFacts.Mentions(paper.Text, term)))
            .Select(term => (Term: term, Titles: papers.Count(paper => StatedFacts.Mentions(paper.Title, term)), Words: term.Count(' ') + 1))
            .Where(candidate => candidate.Words > 1 || candidate.Titles > 0 || candidate.Term.Skip(1).Any(char.IsUpper))
            .OrderByDescending(candidate => (2 * candidate.Titles) + candidate.Words)
            .ThenByDescending(candidate => candidate.Term.Length)
            .Select(candidate => candidate.Term);
        var chosen = new List<string>();
        foreach (var term in shared)
        {
            if (chosen.Count < most && !chosen.Exists(known => known.Contains(term, StringComparison.OrdinalIgnoreCase) || term.Contains(known, StringComparison.OrdinalIgnoreCase)))
                chosen.Add(term);
        }
        return chosen;

        // "price" stands in "prices" too, and so is in every abstract letter by letter.
        string Shortest(string term)
        {
            cancellationToken.ThrowIfCancellationRequested();
            return term.EndsWith('s') && !term.EndsWith("ss", StringComparison.Ordinal) && term.Length > 4
                && !papers.All(paper => StatedFacts.Mentions(paper.Title, term) || StatedFacts.Mentions(paper.Text, term)) ? term[..^1] : term;
        }
    }

    private static IEnumerable<string> Runs(string text)
    {
        foreach (Match run in Run().Matches(text))
        {
            var words = run.Value.Split(' ');
            for (var start = 0; start < words.Length; start++)
            {
                for (var count = Math.Min(Longest, words.Length - start); count > 0; count--)
                {
                    var part = words[start..(start + count)];
                    if (!Plain.Contains(part[0].ToLowerInvariant()) && !Plain.Contains(part[^1].ToLowerInvariant()) && part.Any(Weighs))
                        yield return string.Join(' ', part.Select(word => word.Skip(1).Any(char.IsUpper) ? word : Lower(word)));
                }
            }
        }

        // A word that is never written small is a name.
        string Lower(string word) => text.Contains(word.ToLowerInvariant(), StringComparison.Ordinal) ? word.ToLowerInvariant() : word;
    }

    private static bool Weighs(string word) =>
        word.Length > 2 && !Plain.Contains(word.ToLowerInvariant()) && !Half.Contains(word.ToLowerInvariant()) && !word.EndsWith("ly", StringComparison.Ordinal);

    [GeneratedRegex(@"[A-Za-z][\w-]*(?: [A-Za-z][\w-]*)*")]
    private static partial Regex Run();
}
