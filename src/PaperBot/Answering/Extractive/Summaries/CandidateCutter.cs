using System.Text.RegularExpressions;

namespace PaperBot.Answering.Extractive.Summaries;

/// <summary>A contiguous piece of an abstract's sentence that could stand as the paper's TLDR.</summary>
/// <param name="Sentence">From 0.</param>
/// <param name="Start">Where it begins in the sentence.</param>
/// <param name="Length">In characters.</param>
/// <param name="Opening">What was left out in front.</param>
/// <param name="Ending">What was left out behind.</param>
internal readonly record struct SummaryCandidate(int Sentence, int Start, int Length, Opening Opening, Ending Ending);

internal enum Opening
{
    Whole,

    /// <summary>"In this paper, …"</summary>
    LeadIn,

    /// <summary>"We show that …"</summary>
    Report,
}

internal enum Ending
{
    Whole,

    /// <summary>"…, which …", "… and show that …"</summary>
    Clause,

    /// <summary>"… by training …", "… using …"</summary>
    Means,

    /// <summary>"… such as …"</summary>
    Example,

    /// <summary>"… (…)", "… – …"</summary>
    Aside,
}

/// <summary>
/// Cuts sentences shorter without writing a word: TLDRs have about twenty words and sentences of abstracts thirty, most of
/// the difference being an opening such as "In this paper, …" and clauses that hang behind the main one.
/// Cuts are made only where what remains is a sentence: before a finite clause, or behind one; and never before words that
/// take back what was said: if, unless, but, not, without, despite.
/// </summary>
internal static partial class CandidateCutter
{
    /// <summary>A shorter piece says too little to be a summary, and is seldom a sentence.</summary>
    private const int FewestWords = 6;

    /// <summary>Bounds the work on text that is no sentence, such as a table; real sentences have far fewer places to cut.</summary>
    private const int MostOpenings = 8;

    private const int MostEndings = 24;

    public static List<SummaryCandidate> Cut(IReadOnlyList<string> sentences)
    {
        var candidates = new List<SummaryCandidate>();
        for (var i = 0; i < sentences.Count; i++)
            Cut(i, sentences[i], candidates);
        return candidates;
    }

    private static void Cut(int index, string sentence, List<SummaryCandidate> candidates)
    {
        foreach (var (start, opening) in Openings(sentence).Take(MostOpenings))
        {
            foreach (var (end, ending) in Endings(sentence).Take(MostEndings))
            {
                if ((start == 0 && end == sentence.Length) || ReadsAsSentence(sentence, start, end))
                    candidates.Add(new SummaryCandidate(index, start, end - start, opening, ending));
            }
        }
    }

    private static SortedDictionary<int, Opening> Openings(string sentence)
    {
        var openings = new SortedDictionary<int, Opening> { [0] = Opening.Whole };
        if (Condition().IsMatch(sentence))
            return openings;
        foreach (Match match in LeadIn().Matches(sentence))
            openings.TryAdd(match.Index + match.Length, Opening.LeadIn);
        foreach (Match match in Report().Matches(sentence))
            openings.TryAdd(match.Index + match.Length, Opening.Report);
        return openings;
    }

    private static IEnumerable<(int End, Ending Ending)> Endings(string sentence)
    {
        yield return (sentence.Length, Ending.Whole);
        foreach (Match match in Behind().Matches(sentence))
        {
            yield return (match.Index, match.Groups["means"].Success ? Ending.Means
                : match.Groups["example"].Success ? Ending.Example
                : match.Groups["aside"].Success ? Ending.Aside
                : Ending.Clause);
        }
    }

    private static bool ReadsAsSentence(string sentence, int start, int end)
    {
        if (end <= start)
            return false;
        var piece = sentence.AsSpan(start, end - start);
        return Words.Of(piece.ToString()).Count >= FewestWords && IsBalanced(piece)
            && (end == sentence.Length || !Hanging().IsMatch(piece));
    }

    private static bool IsBalanced(ReadOnlySpan<char> piece)
    {
        var depth = 0;
        foreach (var c in piece)
        {
            depth += c is '(' or '[' or '{' or '“' ? 1 : c is ')' or ']' or '}' or '”' ? -1 : 0;
            if (depth < 0)
                return false;
        }
        return depth == 0 && piece.Count('$') % 2 == 0 && piece.Count('"') % 2 == 0;
    }

    // Dropping the condition would claim more than the authors do.
    [GeneratedRegex(@"^\W*(?:if|unless|when|without|under|assuming|provided|contrary|except)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Condition();

    // "To this end, |we propose", "…, and |we show".
    [GeneratedRegex(
        @"(?:[,;:]|\s[-–—]{1,3})\s+(?:(?:and|so|then|thus|here|hence)\s+)?(?=(?:we|our|this\s+(?:paper|work|article|study))\s)"
        + @"|^[A-Z][^,]{1,90},\s+(?=(?:the|an?|this|these|it|they|each|two|most|many|such)\s)"
        + @"|\band\s+(?=we\s)",
        RegexOptions.IgnoreCase)]
    private static partial Regex LeadIn();

    // "We show that |…", "Our experiments on MNIST demonstrate that |…"; only what the authors themselves claim.
    [GeneratedRegex(
        @"\b(?:we|our\s[^,.;:]{1,60}?|results|experiments|analysis|evaluations?|this\s+(?:paper|work|study))\s+"
        + @"(?:(?:\w+ly|also|further|then|first|thus)\s+)?(?:can\s+)?"
        + @"(?:shows?|showed|demonstrate[sd]?|finds?|found|proved?|proves|observed?|reveal(?:s|ed)?|confirm(?:s|ed)?|verify"
        + @"|verified|establish|discover(?:ed)?|report)"
        + @"\s+(?:\w+ly\s+)?that\s+(?!is\b|are\b|can\b|of\b)",
        RegexOptions.IgnoreCase)]
    private static partial Regex Report();

    // What may hang behind a finished main clause.
    [GeneratedRegex(
        @"(?:,|;|:)?\s+(?:(?<aside>[(\[]|[-–—]{1,3}\s)"
        + @"|(?<example>such\s+as|including|e\.g\.|i\.e\.|namely|for\s+example|for\s+instance)"
        + @"|(?<means>(?:and\s+|thus\s+|thereby\s+)?(?:by|while|for|after|before|via|through)\s+\w+ing\b"
        + @"|using\b|via\b|based\s+on\b|through\b|thus\b|thereby\b|in\s+order\s+to\b|so\s+as\s+to\b|with\b)"
        + @"|which\b|(?:on|in|with|by|for|from|to|under|at|of)\s+which\b|where\b|whose\b|while\b|whereas\b|because\b|since\b"
        + @"|so\s+that\b|such\s+that\b|as\s+well\s+as\b"
        + @"|(?:and|so|then)\s+(?:also\s+)?(?:then\s+)?(?:that|we|it|this|they|our|the|shows?|demonstrates?|prove|find|achieves?|outperforms?"
        + @"|provides?|evaluate|apply|use|discuss|compare|can|is|are|has|does|do|improves?|propose|introduce|develop)\b)"
        + @"|,\s+(?:and\s+|thus\s+|thereby\s+|even\s+)?(?:\w+ing|with|on|in|for|to|as|at|from|compared|given|especially|particularly"
        + @"|rather|both|all|called|named|termed|dubbed|inspired|motivated|and|even)\b"
        + @"|(?:;|:|,\s+that)\s",
        RegexOptions.IgnoreCase)]
    private static partial Regex Behind();

    // A cut right behind one of these leaves the clause unfinished.
    [GeneratedRegex(
        @"\b(?:the|an?|of|and|or|nor|but|to|is|are|was|were|be|been|being|that|which|both|between|either|not|more|less|than|we|have|has|had"
        + @"|can|could|may|will|would|should|do|does|in|on|at|by|for|with|from|as|into|over|under|our|its|their|this|these|such|only|also"
        + @"|proposes?|presents?|introduces?|shows?|demonstrate|find|study|develop|investigate|provide|uses?|using|based|focus|rely|relies"
        + @"|depends?|aims?|leads?|able|due|according|up|out|so|very|if|when|while|where|via|through|how|whether|what|even|well|further|then"
        + @"|thus)\W*$",
        RegexOptions.IgnoreCase)]
    private static partial Regex Hanging();
}
