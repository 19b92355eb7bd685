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
    LeadIn,
    Report,
}

internal enum Ending
{
    Whole,
    Clause,
    Means,
    Example,
    Aside,
}

/// <summary>
/// Cuts sentences shorter without writing a word: TLDRs have about twenty words and sentences of abstracts thirty, most of
/// the difference being an opening such as "In this paper, …" and clauses that hang behind the main one.
/// Cuts are made only where what remains is a sentence: before a finite clause, or behind one.
/// </summary>
internal static partial class CandidateCutter
{
    /// <summary>A shorter piece says too little to be a summary, and is seldom a sentence.</summary>
    private const int FewestWords = 6;

    private const int MostPieces = 60;

    public static List<SummaryCandidate> Cut(IReadOnlyList<string> sentences)
    {
        var candidates = new List<SummaryCandidate>();
        for (var i = 0; i < sentences.Count; i++)
            Cut(i, sentences[i], candidates);
        return candidates;
    }

    private static void Cut(int index, string sentence, List<SummaryCandidate> candidates)
    {
        var openings = new SortedDictionary<int, Opening> { [0] = Opening.Whole };
        foreach (Match match in LeadIn().Matches(sentence))
            openings.TryAdd(match.Index + match.Length, Opening.LeadIn);
        foreach (Match match in Report().Matches(sentence))
            openings.TryAdd(match.Index + match.Length, Opening.Report);

        var endings = new SortedDictionary<int, Ending> { [sentence.Length] = Ending.Whole };
        foreach (Match match in Behind().Matches(sentence))
        {
            var ending = match.Groups["means"].Success ? Ending.Means
                : match.Groups["example"].Success ? Ending.Example
                : match.Groups["aside"].Success ? Ending.Aside
                : Ending.Clause;
            endings.TryAdd(match.Index, ending);
        }

        var first = candidates.Count;
        foreach (var (start, opening) in openings)
        {
            foreach (var (end, ending) in endings)
            {
                if (candidates.Count - first >= MostPieces)
                    return;
                if (start == 0 && end == sentence.Length || ReadsAsSentence(sentence, start, end))
                    candidates.Add(new SummaryCandidate(index, start, end - start, opening, ending));
            }
        }
    }

    private static bool ReadsAsSentence(string sentence, int start, int end)
    {
        if (end <= start)
            return false;
        var piece = sentence.AsSpan(start, end - start);
        return Words.Of(piece.ToString()).Count >= FewestWords && IsBalanced(piece) && !Hanging().IsMatch(piece);
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

    // "To this end, |we propose", "…, and |we show".
    [GeneratedRegex(@"(?:[,;:]|\s[-–—]{1,3})\s+(?:(?:and|but|so|then|thus|here|hence)\s+)?(?=(?:we|our|this\s+(?:paper|work|article|study))\s)|^[A-Z][^,]{1,90},\s+(?=(?:the|an?|this|these|it|they|each|two|most|many|such)\s)|\band\s+(?=we\s)", RegexOptions.IgnoreCase)]
    private static partial Regex LeadIn();

    // "We show that |…", "Our experiments on MNIST demonstrate that |…".
    [GeneratedRegex(@"\b(?:show|shows|showed|shown|demonstrate[sd]?|find|finds|found|prove[sdn]?|argue[sd]?|observe[sd]?|suggest|suggests|indicate[sd]?|reveal|reveals|revealed|conclude[sd]?|illustrate[sd]?|confirm|confirms|verify|establish|hypothesize|posit|believe|discover|discovered|report)\s+(?:\w+ly\s+)?that\s+(?!is\b|are\b|can\b|of\b)", RegexOptions.IgnoreCase)]
    private static partial Regex Report();

    // What may hang behind a finished main clause.
    [GeneratedRegex(@"(?:,|;|:)?\s+(?:(?<aside>[(\[]|[-–—]{1,3}\s)|(?<example>such\s+as|including|e\.g\.|i\.e\.|namely|for\s+example|for\s+instance)|(?<means>(?:and\s+|thus\s+|thereby\s+)?(?:by|while|without|for|when|after|before|via|through)\s+\w+ing\b|using\b|via\b|based\s+on\b|through\b|without\b|thus\b|thereby\b|in\s+order\s+to\b|so\s+as\s+to\b|with\b)|which\b|(?:on|in|with|by|for|from|to|under|at|of)\s+which\b|where\b|whose\b|while\b|whereas\b|because\b|since\b|although\b|though\b|so\s+that\b|such\s+that\b|when\b|unless\b|until\b|if\b|as\s+well\s+as\b|(?:and|but|so|then|yet)\s+(?:also\s+)?(?:then\s+)?(?:that|we|it|this|they|our|the|show|shows|demonstrate|demonstrates|prove|find|achieve|achieves|outperform|outperforms|provide|provides|evaluate|apply|use|discuss|compare|can|is|are|has|does|do|improves?|propose|introduce|develop)\b)|,\s+(?:and\s+|thus\s+|thereby\s+|even\s+)?(?:\w+ing|with|on|in|for|to|as|at|from|despite|compared|given|especially|particularly|rather|both|all|called|named|termed|dubbed|inspired|motivated|or|but|and|even|not|yet)\b|(?:;|:|,\s+that)\s", RegexOptions.IgnoreCase)]
    private static partial Regex Behind();

    // A cut right behind one of these leaves the clause unfinished.
    [GeneratedRegex(@"\b(?:the|an?|of|and|or|nor|but|to|is|are|was|were|be|been|being|that|which|both|between|either|not|more|less|than|we|have|has|had|can|could|may|will|would|should|do|does|in|on|at|by|for|with|from|as|into|over|under|our|its|their|this|these|such|only|also|propose|proposes|present|presents|introduce|introduces|show|shows|demonstrate|find|study|develop|investigate|provide|use|uses|using|based|focus|rely|relies|depend|depends|aim|aims|lead|leads|able|due|according|up|out|so|very|if|when|while|where|via|through|how|whether|what|even|well|further|then|thus)\W*$", RegexOptions.IgnoreCase)]
    private static partial Regex Hanging();
}
