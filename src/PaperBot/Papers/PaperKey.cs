using System.Security.Cryptography;
using System.Text;

namespace PaperBot.Papers;

/// <summary>
/// The one name of a paper in a library: <c>arxiv:2111.08566</c>, <c>doi:10.1000/182</c>, <c>acl:2020.acl-main.1</c>
/// or <c>local:…</c> for a paper that nobody numbered. Two records with the same key are the same paper.
/// </summary>
/// <param name="Value">The key as text: lower-case, without an arXiv version, never empty.</param>
internal readonly record struct PaperKey(string Value)
{
    private const int LongestSlug = 64;
    private const int LongestLocal = 160;

    /// <summary><c>arxiv</c>, <c>doi</c>, <c>acl</c> or <c>local</c>.</summary>
    public string Scheme => Value[..Value.IndexOf(':', StringComparison.Ordinal)];

    /// <summary>What follows the scheme: <c>2111.08566</c>.</summary>
    public string Id => Value[(Value.IndexOf(':', StringComparison.Ordinal) + 1)..];

    /// <exception cref="ArgumentException">It is no arXiv identifier.</exception>
    public static PaperKey Arxiv(string id) =>
        ArxivId.TryParse(id, out var parsed, out _) ? new($"arxiv:{parsed}") : throw new ArgumentException($"'{id}' is no arXiv identifier.", nameof(id));

    /// <summary>A DOI that arXiv or the ACL Anthology gave out becomes a key of theirs, so that a paper has one key however it is cited.</summary>
    /// <exception cref="ArgumentException">It is no DOI.</exception>
    public static PaperKey Doi(string doi) =>
        DoiName.TryParse(doi, out var parsed) ? OfDoi(parsed) : throw new ArgumentException($"'{doi}' is no DOI.", nameof(doi));

    /// <exception cref="ArgumentException">It is no ACL Anthology identifier.</exception>
    public static PaperKey Acl(string id) =>
        AclId.TryParse(id, out var parsed) ? new($"acl:{parsed}") : throw new ArgumentException($"'{id}' is no ACL Anthology identifier.", nameof(id));

    /// <summary>The key of a paper known by its title only; the same whatever the title's case, punctuation, accents and LaTeX.</summary>
    public static PaperKey Local(string title)
    {
        var normalized = TitleText.Normalize(title);
        return new($"local:{Slug(normalized)}-{ShortHash(normalized.Length > 0 ? normalized : title.Trim())}");
    }

    /// <summary>
    /// The key of a paper that its source numbers in a way of its own (<c>4983</c>, <c>rJgaHTJ9D</c>). An identifier that a slug
    /// would not keep apart from its neighbours, upper-case letters for one, gets a hash behind it.
    /// </summary>
    public static PaperKey LocalId(string sourceId)
    {
        var trimmed = sourceId.Trim();
        return IsLocalId(trimmed) && trimmed.Length <= LongestSlug
            ? new($"local:{trimmed}")
            : new($"local:{Slug(TitleText.Normalize(trimmed))}-{ShortHash(trimmed)}");
    }

    /// <summary>Reads a key with its scheme in front, in any case, and normalizes it.</summary>
    public static bool TryParse(string? text, out PaperKey key)
    {
        key = default;
        var trimmed = text?.Trim() ?? "";
        var colon = trimmed.IndexOf(':', StringComparison.Ordinal);
        if (colon < 0)
            return false;

        var id = trimmed[(colon + 1)..].Trim();
        var lower = id.ToLowerInvariant();
        PaperKey? parsed = trimmed[..colon].ToLowerInvariant() switch
        {
            "arxiv" when ArxivId.TryParse(id, out var arxiv, out _) => new($"arxiv:{arxiv}"),
            "doi" when DoiName.TryParse(id, out var doi) => OfDoi(doi),
            "acl" when AclId.TryParse(id, out var acl) => new($"acl:{acl}"),
            "local" when IsLocalId(lower) => new($"local:{lower}"),
            _ => null,
        };
        key = parsed.GetValueOrDefault();
        return parsed is not null;
    }

    public override string ToString() => Value;

    private static PaperKey OfDoi(string doi)
    {
        if (doi.StartsWith("10.48550/arxiv.", StringComparison.Ordinal) && ArxivId.TryParse(doi["10.48550/arxiv.".Length..], out var arxiv, out _))
            return new($"arxiv:{arxiv}");

        // The ACL registered its papers under 10.3115 before it had a prefix of its own.
        foreach (var prefix in (ReadOnlySpan<string>)["10.18653/v1/", "10.3115/v1/"])
        {
            if (doi.StartsWith(prefix, StringComparison.Ordinal) && AclId.TryParse(doi[prefix.Length..], out var acl))
                return new($"acl:{acl}");
        }

        return new($"doi:{doi}");
    }

    private static bool IsLocalId(string id) =>
        id.Length is > 0 and <= LongestLocal &&
        id.All(c => char.IsLetterOrDigit(c) ? char.ToLowerInvariant(c) == c : c is '-' or '.' or '_');

    /// <summary>Whole words as far as they fit, so that people recognize the paper.</summary>
    private static string Slug(string normalized)
    {
        if (normalized.Length == 0)
            return "untitled";
        var cut = normalized;
        if (cut.Length > LongestSlug)
        {
            var space = cut.LastIndexOf(' ', LongestSlug);
            cut = cut[..(space > 0 ? space : LongestSlug)];
        }

        // A surrogate pair is no single letter, and half of one is no text at all.
        return string.Concat(cut.Where(c => !char.IsSurrogate(c))).Trim().Replace(' ', '-') is { Length: > 0 } slug ? slug : "untitled";
    }

    private static string ShortHash(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)).AsSpan(0, 4));
}
