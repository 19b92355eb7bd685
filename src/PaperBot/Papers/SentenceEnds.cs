using System.Collections.Frozen;

namespace PaperBot.Papers;

/// <summary>Tells the full stop that ends a sentence from all the others.</summary>
internal static class SentenceEnds
{
    // Never the end of a sentence: something always follows.
    private static readonly FrozenSet<string> Leading = Words(
        "e.g i.e eg ie cf vs v viz resp approx ca fig figs eq eqs eqn eqns sec sect sects ref refs tab thm lem prop def cor alg app appx ex " +
        "dr mr mrs ms prof st mt gen sen rep hon rev messrs mme mlle ph phys lett astron astrophys proc conf trans univ dept int natl assoc " +
        "w.r.t wrt s.t a.k.a aka i.i.d w.l.o.g wlog incl esp ed eds vol vols pp no nos nr art ch chap par sp spp subsp var cv dept symp comput");

    // Ends a sentence when the next one looks like a beginning.
    private static readonly FrozenSet<string> Either = Words(
        "al etc inc ltd co corp jr sr u.s u.k e.u u.n ph.d m.sc b.sc d.c a.m p.m est min max avg std " +
        "jan feb mar apr jun jul aug sept sep oct nov dec a.s a.e w.h.p");

    // Words that begin a sentence far more often than they follow an abbreviation or an initial inside of one.
    private static readonly FrozenSet<string> Starters = Words(
        "we the this these those our in it its they their here there however moreover furthermore additionally finally thus therefore hence " +
        "to for as by with when while if since although though because recently previous experiments results using based unlike such each both " +
        "an on at from one many most some first second third although specifically particularly then after also another all extensive code " +
        "despite given instead nevertheless nonetheless consequently similarly notably importantly existing current several that what");

    /// <returns>Index behind the sentence that ends with the mark at <paramref name="i"/>, or 0 when none does.</returns>
    public static int Find(string text, int start, int i, SentenceEnclosures enclosures)
    {
        var mark = text[i];
        if (mark is '。' or '！' or '？')
            return enclosures.Holds(i) ? 0 : Closers(text, i + 1);
        if (mark is not ('.' or '!' or '?' or '…'))
            return 0;

        // A bracket or a formula that the sentence ends in, its stop inside: "(We agree.)", "so that $x = 1.$"
        var lastInside = enclosures.ClosesBehind(i) && (text[i + 1] == '$' || text[start] is '(' or '[');
        if (enclosures.Holds(i) && !lastInside)
            return 0;

        // "......": the first of the run has been tried for all of them, and reading on from each would be quadratic.
        if (i > start && text[i - 1] is '.' or '!' or '?' or '…' && !enclosures.Holds(i - 1) && !enclosures.Holds(i))
            return 0;

        var last = i;
        while (last + 1 < text.Length && text[last + 1] is '.' or '!' or '?' or '…')
            last++;
        var end = Closers(text, lastInside ? last + 2 : last + 1);
        if (end >= text.Length)
            return text.Length;
        if (!char.IsWhiteSpace(text[end]))
            return i == last && end == last + 1 && mark == '.' && IsMissingSpace(text, i) ? end : 0;

        var next = end;
        while (next < text.Length && char.IsWhiteSpace(text[next]))
            next++;
        if (next >= text.Length)
            return text.Length;
        if (Citation(text, next) is > 0 and var cited)
            end = cited;
        return IsEnd(text, start, i, last, next) ? end : 0;
    }

    private static bool IsEnd(string text, int start, int first, int last, int next)
    {
        if (!CanBegin(text, next, last))
            return false;
        if (text[first] != '.' || last > first)
            return true;

        var wordStart = first;
        while (wordStart > start && !char.IsWhiteSpace(text[wordStart - 1]) && text[wordStart - 1] is not ('(' or '[' or '"' or '“' or '/' or '~' or '{'))
            wordStart--;
        var word = text.AsSpan(wordStart, first - wordStart);
        if (word.IsEmpty)
            return true;

        // "1. Introduction": the number belongs to what it numbers.
        if (wordStart == start && word.Length <= 4 && IsEnumerator(word))
            return false;
        Span<char> lower = stackalloc char[Math.Min(word.Length, 12)];
        word[..lower.Length].ToLowerInvariant(lower);
        var known = word.Length <= lower.Length;
        if (known && Leading.GetAlternateLookup<ReadOnlySpan<char>>().Contains(lower))
            return IsRealWord(word) && IsStarter(text, next);
        if (known && Either.GetAlternateLookup<ReadOnlySpan<char>>().Contains(lower))
            return lower is "etc" ? char.IsUpper(text[next]) : IsStarter(text, next);

        // "J. Smith", "E. coli", "vitamin C. However", "N. A. Doe", "U.S. Senate"
        var initial = word.Length == 1 ? char.IsUpper(word[0]) : IsDotted(word);
        return !initial || IsStarter(text, next);
    }

    /// <summary>Whether a sentence can begin here: not in the middle of a word, and in lower case only with a name that is written so.</summary>
    private static bool CanBegin(string text, int next, int last)
    {
        var c = text[next];
        if (c is '"' or '“' or '‘' or '\'' or '(' or '[' or '{' or '`' or '«' or '*' or '_')
        {
            var inner = next + 1;
            while (inner < text.Length && !char.IsLetterOrDigit(text[inner]) && text[inner] is not '$' and not '\\' && inner - next < 4)
                inner++;
            return inner < text.Length && (!char.IsLower(text[inner]) || c is not ('(' or '['));
        }

        if (char.IsLower(c))
            return text[last] == '.' && IsLowercaseName(text, next);
        return char.IsLetterOrDigit(c) || c is '$' or '\\' or '•' or '-' or '–' or '—' or '#' or '~' or '<' or '>' or '+' or '±' or '%' or '@' || c > 127;
    }

    /// <summary>iPhone, mRNA, word2vec, k-means, t-SNE, https://…</summary>
    private static bool IsLowercaseName(string text, int start)
    {
        var end = start;
        while (end < text.Length && !char.IsWhiteSpace(text[end]))
            end++;
        var word = text.AsSpan(start, end - start).TrimEnd(".,;:!?)");
        if (word.StartsWith("http://") || word.StartsWith("https://"))
            return true;
        if (word.Length > 2 && word[1] == '-')
            return true;
        foreach (var c in word)
        {
            if (char.IsUpper(c) || char.IsAsciiDigit(c))
                return true;
        }

        return false;
    }

    /// <summary>"…method.We propose" and "… method .We propose": a space was lost where lines were joined.</summary>
    private static bool IsMissingSpace(string text, int stop)
    {
        var joined = stop >= 3 && char.IsLower(text[stop - 1]) && char.IsLower(text[stop - 2]) && char.IsLower(text[stop - 3]);
        if (!char.IsUpper(text[stop + 1]) || !(joined || (stop > 0 && text[stop - 1] == ' ')))
            return false;
        var end = stop + 1;
        while (end < text.Length && char.IsLetter(text[end]))
            end++;
        return end < text.Length && text[end] is ' ' or ',' && IsStarter(text, stop + 1);
    }

    private static bool IsStarter(string text, int start)
    {
        if (!char.IsUpper(text[start]))
            return false;
        var end = start;
        while (end < text.Length && char.IsLetter(text[end]) && end - start < 16)
            end++;
        Span<char> lower = stackalloc char[end - start];
        text.AsSpan(start, end - start).ToLowerInvariant(lower);

        // "A" begins sentences, and names; only with a word in lower case behind it is it an article.
        if (lower is "a")
            return end + 1 < text.Length && text[end] == ' ' && char.IsLower(text[end + 1]);
        return Starters.GetAlternateLookup<ReadOnlySpan<char>>().Contains(lower);
    }

    // Abbreviations that are words of their own as well, in lower case: "the state of the art. We", "an app. The".
    private static bool IsRealWord(ReadOnlySpan<char> word) => word is "no" or "art" or "app" or "par" or "int" or "alg" or "rep" or "v" or "vs";

    private static bool IsEnumerator(ReadOnlySpan<char> word)
    {
        foreach (var c in word.TrimEnd(')'))
        {
            if (!char.IsAsciiDigit(c))
                return false;
        }

        return word.Length <= 3 || word[^1] == ')';
    }

    /// <summary>Letters with stops between them: U.S, w.r.t.</summary>
    private static bool IsDotted(ReadOnlySpan<char> word)
    {
        if (word.Length < 3 || word.Length % 2 == 0)
            return false;
        for (var i = 0; i < word.Length; i++)
        {
            if (i % 2 == 0 ? !char.IsLetter(word[i]) : word[i] != '.')
                return false;
        }

        return true;
    }

    /// <summary>Index behind brackets and quotes that close with the sentence.</summary>
    private static int Closers(string text, int end)
    {
        while (end < text.Length && text[end] is ')' or ']' or '}' or '"' or '\'' or '”' or '’' or '»' or '*')
            end++;
        return end;
    }

    /// <summary>Index behind a citation that follows the stop, as in "… method. [3, 4] We", or 0.</summary>
    private static int Citation(string text, int start)
    {
        if (text[start] != '[')
            return 0;
        var close = text.AsSpan(start, Math.Min(text.Length - start, 40)).IndexOf(']');
        if (close < 2)
            return 0;
        foreach (var c in text.AsSpan(start + 1, close - 1))
        {
            if (!char.IsAsciiDigit(c) && c is not (' ' or ',' or '-' or '–'))
                return 0;
        }

        var end = start + close + 1;
        return end == text.Length || char.IsWhiteSpace(text[end]) ? end : 0;
    }

    private static FrozenSet<string> Words(string words) => words.Split(' ').Distinct().ToFrozenSet(StringComparer.Ordinal);
}
