using System.ComponentModel.DataAnnotations;

namespace PaperBot.Ingestion.Sources;

/// <summary>Where papers are fetched from, and how.</summary>
internal sealed class SourcesOptions
{
    /// <summary>An e-mail address that sources may write to when something goes wrong; they answer faster to those they know.</summary>
    [RegularExpression("^[^@ ()]+@[^@ ()]+$", ErrorMessage = "Sources:Contact must be an e-mail address.")]
    public string? Contact { get; set; }

    /// <summary>Papers of one query, the newest or best first, unless asked for more.</summary>
    [Range(1, 100_000)]
    public int MostPapers { get; set; } = 200;

    /// <summary>How long one request may take, in seconds.</summary>
    [Range(1, 600)]
    public int TimeoutSeconds { get; set; } = 60;

    /// <summary>The longest answer.</summary>
    [Range(1, 1024)]
    public int MostMegabytes { get; set; } = 32;

    /// <summary>A text file of feeds, one a line; null is <c>config/feeds.txt</c> beside the program.</summary>
    public string? FeedsFile { get; set; }

    /// <summary>How often a feed is read, in hours.</summary>
    [Range(1, 168)]
    public int FeedHours { get; set; } = 6;

    [Required, WebAddress]
    public string ArxivApi { get; set; } = "https://export.arxiv.org/api/query";

    [Required, WebAddress]
    public string ArxivOai { get; set; } = "https://oaipmh.arxiv.org/oai";

    [Required, WebAddress]
    public string ArxivRss { get; set; } = "https://rss.arxiv.org/rss";

    [Required, WebAddress]
    public string HuggingFace { get; set; } = "https://huggingface.co/api";

    [Required, WebAddress]
    public string SemanticScholar { get; set; } = "https://api.semanticscholar.org";

    /// <summary>Optional; with one of its own the bot does not share everybody's rate.</summary>
    public string? SemanticScholarKey { get; set; }

    public string? SemanticScholarKeyFile { get; set; }

    [Required, WebAddress]
    public string OpenAlex { get; set; } = "https://api.openalex.org";

    [Required, WebAddress]
    public string Crossref { get; set; } = "https://api.crossref.org";

    [Required, WebAddress]
    public string PubMed { get; set; } = "https://eutils.ncbi.nlm.nih.gov/entrez/eutils";

    [Required, WebAddress]
    public string Zotero { get; set; } = "https://api.zotero.org";

    /// <summary>The library that <c>zotero:</c> alone means: <c>users/123456</c> or <c>groups/123456</c>.</summary>
    [RegularExpression(
        "^(users|groups)/[0-9]+$", ErrorMessage = "Sources:ZoteroLibrary must be users/ or groups/ and a number, such as users/123456.")]
    public string? ZoteroLibrary { get; set; }

    /// <summary>Needed for libraries that are not public.</summary>
    public string? ZoteroKey { get; set; }

    public string? ZoteroKeyFile { get; set; }
}

/// <summary>An http or https address that a request can be sent to.</summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class WebAddressAttribute() : ValidationAttribute("{0} must be an http or https address.")
{
    public override bool IsValid(object? value) => value is not string text
        || (Uri.TryCreate(text, UriKind.Absolute, out var address) && address.Scheme is "http" or "https" && !text.Contains(' ', StringComparison.Ordinal));
}
