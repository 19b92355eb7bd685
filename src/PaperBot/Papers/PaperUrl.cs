using System.Text.RegularExpressions;

namespace PaperBot.Papers;

/// <summary>Addresses of papers, both ways.</summary>
internal static partial class PaperUrl
{
    // What publishers put behind a DOI in their addresses.
    private static readonly string[] PublisherEndings = [".pdf", "/pdf", "/epdf", "/full", "/fulltext", "/abstract", "/meta", "/html"];

    /// <summary>Where a person reads about the paper; null for a local key.</summary>
    public static string? Of(PaperKey key) => key.Scheme switch
    {
        "arxiv" => $"https://arxiv.org/abs/{key.Id}",
        "doi" => $"https://doi.org/{key.Id}",
        "acl" => $"https://aclanthology.org/{AclId.Spell(key.Id)}/",
        _ => null,
    };

    /// <summary>Whether it is safe to offer as a link: a record may hold any text, such as <c>javascript:…</c>.</summary>
    public static bool IsWeb(string? url) => url is not null
        && (url.StartsWith("https://", StringComparison.OrdinalIgnoreCase) || url.StartsWith("http://", StringComparison.OrdinalIgnoreCase));

    /// <summary>The paper that an address leads to, where the address itself says so.</summary>
    /// <param name="version">The arXiv version that it names.</param>
    public static bool TryRead(string? url, out PaperKey key, out int? version)
    {
        (key, version) = (default, null);
        if (url is null || url.Length > 2000 || Parts().Match(url.Trim()) is not { Success: true } parts)
            return false;

        var host = parts.Groups["host"].Value.ToLowerInvariant();
        var path = DoiName.TrimSentence(parts.Groups["path"].Value);
        if (host is "doi.org" or "dx.doi.org" or "www.doi.org")
            return TryDoi($"https://doi.org/{path}", out key);

        // Matched at the host's end, so that export.arxiv.org and browse.arxiv.org are arXiv, and notarxiv.org is not.
        if (IsHost(host, "arxiv.org") || IsHost(host, "alphaxiv.org") || IsHost(host, "ar5iv.org") || host is "ar5iv.labs.arxiv.org")
            return ArxivPath().Match(path) is { Success: true } arxiv && TryArxiv(arxiv.Groups["id"].Value, out key, out version);
        if (host is "huggingface.co" or "hf.co" or "www.huggingface.co")
            return path.StartsWith("papers/", StringComparison.OrdinalIgnoreCase) && TryArxiv(path["papers/".Length..], out key, out version);
        if (IsHost(host, "aclanthology.org") || host is "aclweb.org" or "www.aclweb.org")
        {
            var id = AclPath().Match(path).Groups["id"].Value;
            if (!AclId.TryParse(id, out var acl))
                return false;
            key = PaperKey.Acl(acl);
            return true;
        }

        return DoiInPath().Match(path) is { Success: true } doi && TryDoi(WithoutEnding(doi.Value), out key);
    }

    /// <summary>The words of a title that some sites spell out in their addresses; null when there are none.</summary>
    public static string? TitleWords(string url)
    {
        var parts = Parts().Match(url.Trim());
        if (!parts.Success || !IsHost(parts.Groups["host"].Value.ToLowerInvariant(), "semanticscholar.org"))
            return null;
        var path = parts.Groups["path"].Value.Split('/');
        return path is ["paper", var slug, ..] && slug.Contains('-', StringComparison.Ordinal) ? slug.Replace('-', ' ').Trim() : null;
    }

    private static bool IsHost(string host, string name) =>
        host == name || (host.Length > name.Length && host[^(name.Length + 1)] == '.' && host.EndsWith(name, StringComparison.Ordinal));

    private static bool TryArxiv(string text, out PaperKey key, out int? version)
    {
        key = default;
        if (!ArxivId.TryParse(text.TrimEnd('/'), out var id, out version))
            return false;
        key = PaperKey.Arxiv(id);
        return true;
    }

    private static bool TryDoi(string text, out PaperKey key)
    {
        key = default;
        if (!DoiName.TryParse(text, out var doi))
            return false;
        key = PaperKey.Doi(doi);
        return true;
    }

    private static string WithoutEnding(string doi)
    {
        foreach (var ending in PublisherEndings)
        {
            if (doi.EndsWith(ending, StringComparison.OrdinalIgnoreCase))
                return doi[..^ending.Length];
        }

        return doi;
    }

    /// <summary>Host and path; query and fragment fall away.</summary>
    [GeneratedRegex(
        @"^(?:https?://)?(?<host>[a-z0-9.-]+\.[a-z]{2,})(?::[0-9]+)?/(?<path>[^?#\s<>|]*)",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Parts();

    [GeneratedRegex(
        @"^(?:abs|pdf|html|format|src|e-print|ps|overview|papers|resources)/(?<id>.+?)(?:\.pdf)?/?$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex ArxivPath();

    [GeneratedRegex(
        @"^(?:anthology/)?(?:papers/(?:[a-z]/[a-z0-9]+/)?)?(?<id>[a-z0-9.-]+?)(?:v[0-9])?(?:\.pdf|\.bib|\.html)?/?$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex AclPath();

    [GeneratedRegex(@"(?<=^|/)10\.[0-9]{4,9}(?:/|%2f)[^\s]+$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex DoiInPath();
}
