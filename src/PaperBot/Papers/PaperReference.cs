using System.Text.RegularExpressions;

namespace PaperBot.Papers;

/// <summary>What a person typed to mean a paper: a key where the text names one, else words of its title.</summary>
/// <param name="Key">Null when only words are known.</param>
/// <param name="Version">The arXiv version that was asked for.</param>
/// <param name="Words">Words of a title; empty when there is a key.</param>
internal sealed partial record PaperReference(PaperKey? Key, int? Version, string Words)
{
    private const int Longest = 100_000;

    /// <summary>Reads any text, and never fails: what names no paper is taken for words of a title.</summary>
    public static PaperReference Parse(string text)
    {
        var trimmed = text.Trim();
        if (TryExact(Unwrap(trimmed), out var exact))
            return exact;

        // "SPANN <https://…>" or "arXiv:2111.08566v1 [cs.DB] 5 Nov 2021", as copied from a page. A bare number among words proves nothing.
        var named = Candidates(trimmed.Length <= 2000 ? trimmed : "").Where(found => found.Explicit).Select(found => found.Reference);
        if (named.DistinctBy(reference => reference.Key).ToList() is [var only])
            return only;
        return new(null, null, PaperUrl.TitleWords(Unwrap(trimmed)) ?? Unquote(trimmed));
    }

    /// <summary>The reference that the whole text is, whatever surrounds it; null when it is anything else.</summary>
    public static PaperReference? ParseExact(string text) => TryExact(Unwrap(text.Trim()), out var exact) ? exact : null;

    /// <summary>Every paper that a longer text names, in order, each once.</summary>
    public static IReadOnlyList<PaperReference> FindAll(string text) =>
        [.. Candidates(text.Length > Longest ? text[..Longest] : text).Select(found => found.Reference).DistinctBy(found => found.Key)];

    private static IEnumerable<(PaperReference Reference, bool Explicit)> Candidates(string text)
    {
        foreach (Match match in Candidate().Matches(text))
        {
            var bare = match.Groups["bare"].Success;
            var found = bare ? match.Groups["bare"].Value : match.Value;
            if (TryExact(DoiName.TrimSentence(found), out var reference))
                yield return (reference, !bare);
        }
    }

    /// <summary>The whole text is one reference.</summary>
    private static bool TryExact(string text, out PaperReference reference)
    {
        reference = new(null, null, "");
        if (text.Length is 0 or > 2000)
            return false;
        if (ArxivId.TryParse(text, out var arxiv, out var version))
            reference = new(PaperKey.Arxiv(arxiv), version, "");
        else if (text.StartsWith("http", StringComparison.OrdinalIgnoreCase) || !text.Contains(':', StringComparison.Ordinal))
            reference = PaperUrl.TryRead(text, out var linked, out version) ? new(linked, version, "") : reference;
        if (reference.Key is not null)
            return true;

        if (PaperKey.TryParse(text, out var key))
            reference = new(key, null, "");
        else if (DoiName.TryParse(text, out var doi))
            reference = new(PaperKey.Doi(doi), null, "");
        else if (AclId.TryParse(text, out var acl))
            reference = new(PaperKey.Acl(acl), null, "");
        return reference.Key is not null;
    }

    /// <summary>Takes off what surrounds a reference: brackets, quotes, punctuation, and a chat's <c>&lt;address|label&gt;</c>.</summary>
    private static string Unwrap(string text)
    {
        // What is longer is no reference, and each bracket costs a copy.
        if (text.Length > 2000)
            return text;
        var inner = text;
        while (inner.Length > 1 && inner[0] is '<' or '(' or '[' or '{' or '"' or '\'' or '`' or '“' or '‘' or '*')
        {
            inner = inner[1..];
            if (inner.EndsWith('>') && inner.IndexOf('|', StringComparison.Ordinal) is > 0 and var bar)
                inner = inner[..bar];
        }

        return DoiName.TrimSentence(inner.Trim()).TrimEnd('/').Trim();
    }

    private static string Unquote(string text) => text.Trim().Trim('"', '“', '”', '`', '<', '>').Trim();

    // Addresses and schemes first, for they hold the numbers that the last alternatives look for. Each alternative is linear.
    [GeneratedRegex(
        """
        https?://[^\s<>|"]+
        |(?<![\w.])(?:(?:www|export|browse)\.)?(?:arxiv\.org|huggingface\.co|hf\.co|alphaxiv\.org|ar5iv\.org|(?:dx\.)?doi\.org|aclanthology\.org)/[^\s<>|"]+
        |(?<!\w)(?:arxiv|doi)\s?:\s?[^\s<>|"]+
        |(?<!\w)(?:acl|local):[\w.\-]+
        |(?<![\w./])10\.[0-9]{4,9}/[^\s<>|"]+
        |(?<![\w./\-])(?<bare>(?:[a-z]{1,9}(?:-[a-z]{1,4})?(?:\.[a-z]{2}(?:-[a-z]{2,4})?)?/[0-9]{7}|[0-9]{4}\.[0-9]{4,5})(?:v[0-9]{1,4})?)(?![\w/]|[.\-]\w)
        |(?<![\w./\-])(?<bare>[0-9]{4}\.[a-z0-9]+-[a-z0-9]+\.[0-9]+)(?![\w/])
        """,
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.IgnorePatternWhitespace | RegexOptions.ExplicitCapture)]
    private static partial Regex Candidate();
}
