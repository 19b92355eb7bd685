using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.Extensions.Options;
using PaperBot.Ingestion.Sources.Web;
using PaperBot.Papers;
using PaperBot.Retrieval;

namespace PaperBot.Ingestion.Sources.SemanticScholar;

/// <summary>Semantic Scholar, https://api.semanticscholar.org/api-docs: papers by a search, by identifiers, and those that are like one.</summary>
internal sealed partial class SemanticScholarSource(SourceClients clients, SignalStore library, IOptions<SourcesOptions> options) : IRemoteSource
{
    public const string SiteName = "Semantic Scholar";

    private const string KeySetting = "Sources:SemanticScholarKey";
    private const string Library = "library";
    private const int LargestPage = 100;
    private const int LargestBatch = 500;

    /// <summary>Its search shows no more of what it finds.</summary>
    private const int LastShown = 1000;

    private const string Fields = "title,abstract,authors,year,publicationDate,venue,externalIds,url,citationCount,s2FieldsOfStudy";

    private readonly SourceClient _client = clients.Of(new SourceSite(SiteName, TimeSpan.FromSeconds(1.2), KeySetting));

    public string Scheme => "s2";

    public string Name => SiteName;

    public IReadOnlyList<string> Examples => ["s2:\"sparse retrieval\"", "s2:2111.08566", "s2:\"like 2111.08566\"", "s2:library"];

    public bool IsWhole(string what) => what.Equals(Library, StringComparison.OrdinalIgnoreCase);

    public async Task<SourcePage> ReadAsync(PageRequest request, CancellationToken cancellationToken)
    {
        var key = SourceKey.Read(options.Value.SemanticScholarKey, options.Value.SemanticScholarKeyFile, KeySetting);
        (string, string)[] headers = key is null ? [] : [("x-api-key", key)];
        return IsWhole(request.What)
            ? await RefreshAsync(request, headers, cancellationToken).ConfigureAwait(false)
            : await SendAsync(Ask(request), headers, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>What is new about the papers of the library: citations first of all.</summary>
    private async Task<SourcePage> RefreshAsync(PageRequest request, (string, string)[] headers, CancellationToken cancellationToken)
    {
        var after = long.TryParse(request.Cursor, NumberStyles.None, CultureInfo.InvariantCulture, out var cursor) ? cursor : 0;
        var keys = library.KeysAfter(after, LargestBatch);
        if (keys.Count == 0)
            return SourcePage.Empty;
        var page = await SendAsync(Batch([.. keys.Select(key => Id(key.Key.Value))]), headers, cancellationToken).ConfigureAwait(false);
        return page with { Next = keys.Count == LargestBatch ? keys[^1].Id.ToString(CultureInfo.InvariantCulture) : null };
    }

    private async Task<SourcePage> SendAsync((string Path, byte[]? Body) asked, (string, string)[] headers, CancellationToken cancellationToken)
    {
        var (path, body) = asked;
        var address = new Uri($"{options.Value.SemanticScholar.TrimEnd('/')}/{path}");
        var answer = body is null
            ? await _client.GetAsync(address, cancellationToken, null, headers).ConfigureAwait(false)
            : await _client.PostAsync(address, body, cancellationToken, headers).ConfigureAwait(false);
        if (answer.Kind == SourceAnswerKind.NotFound)
            return SourcePage.Empty;
        var page = ScholarPapers.Read(answer.Body);
        return page.Next is { } next && int.Parse(next, CultureInfo.InvariantCulture) >= LastShown ? page with { Next = null } : page;
    }

    private static (string Path, byte[]? Body) Ask(PageRequest request)
    {
        if (Like().Match(request.What) is { Success: true } like && Id(like.Groups["paper"].Value) is { } paper)
            return (string.Create(CultureInfo.InvariantCulture,
                $"recommendations/v1/papers/forpaper/{Uri.EscapeDataString(paper)}?limit={Math.Min(request.Most, LargestPage)}&fields={Fields}"),
                null);
        var ids = request.What.Split([' ', ',', ';'], StringSplitOptions.RemoveEmptyEntries).Select(Id).ToList();
        if (ids.Count is > 0 and <= LargestBatch && ids.All(id => id is not null))
            return Batch(ids);
        var offset = int.TryParse(request.Cursor, NumberStyles.None, CultureInfo.InvariantCulture, out var cursor) ? cursor : 0;
        var limit = Math.Clamp(request.Most, 1, Math.Min(LargestPage, LastShown - Math.Min(offset, LastShown - 1)));
        return (string.Create(CultureInfo.InvariantCulture,
            $"graph/v1/paper/search?query={Uri.EscapeDataString(request.What)}&offset={offset}&limit={limit}&fields={Fields},tldr"), null);
    }

    private static (string Path, byte[]? Body) Batch(IReadOnlyList<string?> ids) =>
        ($"graph/v1/paper/batch?fields={Fields},tldr", JsonSerializer.SerializeToUtf8Bytes(new { ids }));

    /// <returns>An identifier as Semantic Scholar spells it; null when it is none.</returns>
    private static string? Id(string text) => text switch
    {
        _ when Own().IsMatch(text) => text,
        _ when PaperReference.ParseExact(text)?.Key is { } key =>
            key.Scheme switch { "arxiv" => $"ARXIV:{key.Id}", "doi" => $"DOI:{key.Id}", "acl" => $"ACL:{key.Id.ToUpperInvariant()}", _ => null },
        _ => null,
    };

    [GeneratedRegex(@"^(?:[0-9a-f]{40}|(?:CorpusId|PMID|PMCID|MAG):[0-9]{1,12})$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Own();

    [GeneratedRegex(@"^(?:like|similar(?: to)?)\s+(?<paper>\S+)$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Like();
}
