using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.Extensions.Options;
using PaperBot.Ingestion.Sources.Web;
using PaperBot.Papers;

namespace PaperBot.Ingestion.Sources.Arxiv;

/// <summary>
/// arXiv: papers by identifier and by query from its API, a category since a day from its OAI-PMH server, and the day's papers of a category
/// from its RSS. All of them together one request in three seconds over one connection, https://info.arxiv.org/help/api/tou.html.
/// </summary>
internal sealed partial class ArxivSource(SourceClients clients, IOptions<SourcesOptions> options) : IRemoteSource
{
    public const string SiteName = "arXiv";

    // Its limit is 2,000; smaller pages come sooner and more surely.
    private const int LargestPage = 200;

    private readonly SourceClient _client = clients.Of(new SourceSite(SiteName, TimeSpan.FromSeconds(3)));

    public string Scheme => "arxiv";

    public string Name => SiteName;

    public IReadOnlyList<string> Examples =>
        ["arxiv:2111.08566", "arxiv:\"cat:cs.IR AND ti:retrieval\"", "arxiv:cs.IR", "arxiv:\"cs.IR since:2026-06-01\""];

    public bool IsWhole(string what) => Harvest(what) is not null;

    public Task<SourcePage> ReadAsync(PageRequest request, CancellationToken cancellationToken)
    {
        if (Harvest(request.What) is { } harvest)
            return HarvestAsync(harvest.Category, harvest.Since, request.Cursor, cancellationToken);
        if (ArxivCategory.Spell(request.What) is var category && ArxivCategory.IsCategory(category))
            return TodayAsync(category, request, cancellationToken);
        return QueryAsync(request, cancellationToken);
    }

    private async Task<SourcePage> QueryAsync(PageRequest request, CancellationToken cancellationToken)
    {
        var words = request.What.Split([' ', ',', ';'], StringSplitOptions.RemoveEmptyEntries);
        var ids = words.Where(word => ArxivId.TryParse(word, out _, out _)).ToList();
        var start = int.TryParse(request.Cursor, NumberStyles.None, CultureInfo.InvariantCulture, out var cursor) ? cursor : 0;
        var most = Math.Clamp(request.Most, 1, LargestPage);
        var asked = ids.Count > 0 && ids.Count == words.Length
            ? $"id_list={Uri.EscapeDataString(string.Join(',', ids.Select(id => id[(id.IndexOf(':', StringComparison.Ordinal) + 1)..])))}"
            : $"search_query={Uri.EscapeDataString(Query(request.What, words))}&sortBy=submittedDate&sortOrder=descending";
        var address = new Uri(string.Create(CultureInfo.InvariantCulture, $"{options.Value.ArxivApi}?{asked}&start={start}&max_results={most}"));
        for (var attempt = 1; ; attempt++)
        {
            var page = AtomFeed.Read((await _client.GetAsync(address, cancellationToken).ConfigureAwait(false)).Body);
            var next = start + page.Records.Count;
            if (page.Records.Count > 0 || ids.Count > 0 || page.Total is null || page.Total <= start)
                return page with { Next = page.Total > next && page.Records.Count > 0 ? next.ToString(CultureInfo.InvariantCulture) : null };
            // The API is known to send pages without their entries now and then, and the same page whole a moment later.
            if (attempt == 3)
                throw new SourceException(SourceFailure.Unreachable,
                    "arXiv sends pages without their papers just now. Ask again later; what came so far is kept.");
        }
    }

    private async Task<SourcePage> TodayAsync(string category, PageRequest request, CancellationToken cancellationToken)
    {
        var address = new Uri($"{options.Value.ArxivRss.TrimEnd('/')}/{category}");
        var answer = await _client.GetAsync(address, cancellationToken, request.Known?.Invoke(address)).ConfigureAwait(false);
        return answer.Kind == SourceAnswerKind.Found ? RssItems.Read(answer.Body) with { Validator = answer.Validator } : SourcePage.Empty;
    }

    /// <param name="cursor">A resumption token and, below it, the day up to which the list was read; the token can be empty.</param>
    private async Task<SourcePage> HarvestAsync(string category, string since, string? cursor, CancellationToken cancellationToken)
    {
        var (token, day) = cursor?.Split('\n') is [var first, var second] ? (first, second) : (null, since);
        var asked = token is { Length: > 0 }
            ? $"resumptionToken={Uri.EscapeDataString(token)}"
            : $"metadataPrefix=arXiv&set={Uri.EscapeDataString(ArxivCategory.Set(category))}&from={Uri.EscapeDataString(day)}";
        try
        {
            var answer = await _client.GetAsync(new Uri($"{options.Value.ArxivOai}?verb=ListRecords&{asked}"), cancellationToken)
                .ConfigureAwait(false);
            var page = OaiRecords.Read(answer.Body);
            var last = string.CompareOrdinal(page.LastStamp, day) > 0 ? page.LastStamp! : day;
            return new SourcePage(page.Records) { Next = page.Token is null ? null : $"{page.Token}\n{last}", Total = page.Total };
        }
        catch (SourceException e) when (e.Failure == SourceFailure.CursorExpired && token is { Length: > 0 })
        {
            // Tokens live for a day. The list is in the order of the days, so it goes on from the last one.
            return await HarvestAsync(category, since, $"\n{day}", cancellationToken).ConfigureAwait(false);
        }
    }

    private static (string Category, string Since)? Harvest(string what) =>
        Since().Match(what) is { Success: true } since && ArxivCategory.Spell(since.Groups["category"].Value) is var category
            && ArxivCategory.IsCategory(category)
            ? (category, since.Groups["day"].Value) : null;

    /// <summary>Words without a field are looked for everywhere, all of them.</summary>
    private static string Query(string what, string[] words) =>
        Field().IsMatch(what) ? what : what.StartsWith('"') ? $"all:{what}" : string.Join(" AND ", words.Select(word => $"all:{word}"));

    [GeneratedRegex(@"\b(?:ti|au|abs|co|jr|cat|rn|id|all|doi|submittedDate):", RegexOptions.CultureInvariant)]
    private static partial Regex Field();

    [GeneratedRegex(@"^(?:cat:)?(?<category>[A-Za-z.\-]+)\s+since:(?<day>[0-9]{4}-[0-9]{2}-[0-9]{2})$",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Since();
}
