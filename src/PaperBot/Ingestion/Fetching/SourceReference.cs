using System.Text.RegularExpressions;
using PaperBot.Papers;

namespace PaperBot.Ingestion.Fetching;

/// <summary>What a person wants fetched: a source, and what it is asked for.</summary>
/// <param name="Scheme">That of a source: <c>arxiv</c>.</param>
/// <param name="What">In the words of the source: <c>cat:cs.IR AND ti:retrieval</c>.</param>
internal sealed partial record SourceReference(string Scheme, string What)
{
    private const int Longest = 2_000;

    private static readonly Dictionary<string, string> Schemes = new(StringComparer.OrdinalIgnoreCase)
    {
        ["arxiv"] = "arxiv",
        ["hf"] = "hf",
        ["huggingface"] = "hf",
        ["s2"] = "s2",
        ["semanticscholar"] = "s2",
        ["openalex"] = "openalex",
        ["doi"] = "doi",
        ["crossref"] = "doi",
        ["pubmed"] = "pubmed",
        ["pmid"] = "pubmed",
        ["zotero"] = "zotero",
    };

    /// <summary>What can stand before a colon, as people type it.</summary>
    public static IReadOnlyList<string> Known { get; } = [.. Schemes.Values.Distinct().Select(scheme => $"{scheme}:…")];

    /// <summary>Reads <c>scheme:what</c>, an address as pasted, or an identifier that names its source itself.</summary>
    /// <returns>Null when the text names no source.</returns>
    public static SourceReference? Read(string text)
    {
        var trimmed = Unwrap(text);
        if (trimmed.Length is 0 or > Longest)
            return null;
        if (trimmed.StartsWith("http", StringComparison.OrdinalIgnoreCase) && OfAddress(trimmed) is { } linked)
            return linked;
        var colon = trimmed.IndexOf(':', StringComparison.Ordinal);
        if (colon > 0 && Schemes.TryGetValue(trimmed[..colon].Trim(), out var scheme))
        {
            var what = Unquote(trimmed[(colon + 1)..].Trim());
            // "arXiv:2111.08566v1 [cs.DB] 5 Nov 2021", as copied from the margin of a paper.
            if (scheme == "arxiv" && what.IndexOf(" [", StringComparison.Ordinal) is > 0 and var margin
                && ArxivId.TryParse(what[..margin], out _, out _))
                return new(scheme, what[..margin]);
            // A DOI that arXiv gave out is found there, whoever is asked.
            return scheme == "doi" && DoiName.TryParse(what, out var doi) && PaperKey.Doi(doi) is { Scheme: "arxiv" } own
                ? new("arxiv", own.Id) : new(scheme, what);
        }

        return PaperReference.ParseExact(trimmed) is { Key: { } key } exact ? OfKey(key, exact.Version) : null;
    }

    /// <summary>The same for the same request, however it was typed.</summary>
    public override string ToString() => $"{Scheme}:{What}";

    private static SourceReference? OfKey(PaperKey key, int? version = null) => key.Scheme switch
    {
        "arxiv" => new("arxiv", version is null ? key.Id : $"{key.Id}v{version}"),
        "doi" => new("doi", key.Id),
        // The Anthology registers its papers with Crossref.
        "acl" => new("doi", $"10.18653/v1/{key.Id}"),
        _ => null,
    };

    private static SourceReference? OfAddress(string address)
    {
        foreach (var (pattern, scheme, what) in (ReadOnlySpan<(Regex, string, string)>)
        [
            (HuggingFaceDay(), "hf", "${what}"), (HuggingFaceTrending(), "hf", "trending"), (HuggingFaceDaily(), "hf", "daily"),
            (PubMed(), "pubmed", "${what}"), (OpenAlex(), "openalex", "${what}"), (SemanticScholar(), "s2", "${what}"),
            (ArxivList(), "arxiv", "${what}"), (Zotero(), "zotero", "${kind}/${what}"),
        ])
        {
            if (pattern.Match(address) is { Success: true } match)
                return new(scheme, match.Result(what));
        }

        return PaperUrl.TryRead(address, out var key, out var version) ? OfKey(key, version) : null;
    }

    /// <summary>Without a chat's <c>&lt;address|label&gt;</c>.</summary>
    private static string Unwrap(string text)
    {
        var trimmed = text.Trim();
        if (!trimmed.StartsWith('<') || !trimmed.EndsWith('>'))
            return trimmed;
        var inner = trimmed[1..^1];
        return (inner.IndexOf('|', StringComparison.Ordinal) is > 0 and var bar ? inner[..bar] : inner).Trim();
    }

    private static string Unquote(string text) =>
        text.Length > 1 && (text[0], text[^1]) is ('"', '"') or ('“', '”') or ('„', '“')
            && text.AsSpan(1, text.Length - 2).IndexOfAny('"', '“', '”') < 0
            ? text[1..^1].Trim()
            : text.Replace('“', '"').Replace('”', '"');

    [GeneratedRegex(@"^https?://(?:www\.)?(?:huggingface\.co|hf\.co)/papers(?:/date/|/?\?date=)(?<what>[0-9]{4}-[0-9]{2}-[0-9]{2})",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex HuggingFaceDay();

    [GeneratedRegex(@"^https?://(?:www\.)?(?:huggingface\.co|hf\.co)/papers/trending/?(?:[?#].*)?$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex HuggingFaceTrending();

    [GeneratedRegex(@"^https?://(?:www\.)?(?:huggingface\.co|hf\.co)/papers/?(?:[?#].*)?$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex HuggingFaceDaily();

    [GeneratedRegex(@"^https?://(?:pubmed\.ncbi\.nlm\.nih\.gov|(?:www\.)?ncbi\.nlm\.nih\.gov/pubmed)/(?<what>[0-9]{1,9})(?:[/?#].*)?$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex PubMed();

    [GeneratedRegex(@"^https?://(?:api\.)?openalex\.org/(?:works/)?(?<what>W[0-9]{1,12})(?:[/?#].*)?$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex OpenAlex();

    [GeneratedRegex(@"^https?://(?:www\.|api\.)?semanticscholar\.org/(?:paper|reader)/(?:[^/?#]+/)?(?<what>[0-9a-f]{40})(?:[/?#].*)?$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex SemanticScholar();

    [GeneratedRegex(@"^https?://(?:www\.|export\.)?arxiv\.org/list/(?<what>[a-z\-]+(?:\.[a-z\-]+)?)/(?:new|recent|current)(?:[/?#].*)?$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex ArxivList();

    [GeneratedRegex(@"^https?://(?:api\.|www\.)?zotero\.org/(?<kind>groups|users)/(?<what>[0-9]{1,12})(?:[/?#].*)?$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Zotero();
}
