using System.Globalization;
using Microsoft.Extensions.Options;
using PaperBot.Ingestion.Sources.Web;
using PaperBot.Papers;

namespace PaperBot.Ingestion.Sources.PubMed;

/// <summary>
/// PubMed by its E-utilities, https://www.ncbi.nlm.nih.gov/books/NBK25501, which take three requests a second: articles by number, by DOI
/// and by query.
/// </summary>
internal sealed class PubMedSource(SourceClients clients, IOptions<SourcesOptions> options) : IRemoteSource
{
    public const string SiteName = "PubMed";

    private const int LargestPage = 100;

    private readonly SourceClient _client = clients.Of(new SourceSite(SiteName, TimeSpan.FromSeconds(0.4)));

    public string Scheme => "pubmed";

    public string Name => SiteName;

    public IReadOnlyList<string> Examples => ["pubmed:42286391", "pubmed:\"cardiac amyloidosis imaging\""];

    public async Task<SourcePage> ReadAsync(PageRequest request, CancellationToken cancellationToken)
    {
        var numbers = request.What.Split([' ', ',', ';'], StringSplitOptions.RemoveEmptyEntries);
        if (numbers.Length is > 0 and <= LargestPage && numbers.All(number => number.Length <= 9 && number.All(char.IsAsciiDigit)))
            return await FetchAsync(numbers, cancellationToken).ConfigureAwait(false);
        var term = DoiName.TryParse(request.What, out var doi) ? $"{doi}[doi]" : request.What;
        var start = int.TryParse(request.Cursor, NumberStyles.None, CultureInfo.InvariantCulture, out var cursor) ? cursor : 0;
        var asked = string.Create(CultureInfo.InvariantCulture,
            $"term={Uri.EscapeDataString(term)}&retmode=json&retstart={start}&retmax={Math.Clamp(request.Most, 1, LargestPage)}");
        var answer = await _client.GetAsync(Address("esearch", asked), cancellationToken).ConfigureAwait(false);
        var found = SourceJson.Load(answer.Body, SiteName).Get("esearchresult");
        if (found.TextOrNull("ERROR") is not null)
            throw new SourceException(SourceFailure.Misunderstood,
                "PubMed did not understand the query. Check its brackets and fields, as in pubmed:\"amyloidosis[title] AND 2026[dp]\".");
        if (found.Get("idlist").ValueKind != System.Text.Json.JsonValueKind.Array)
            throw SourceException.Changed(SiteName, "it is no list of articles");
        var ids = found.Get("idlist").Items().Select(id => id.Text()).Where(id => id.Length > 0).ToList();
        long? total = long.TryParse(found.Text("count"), NumberStyles.None, CultureInfo.InvariantCulture, out var count) ? count : null;
        var page = ids.Count == 0 ? SourcePage.Empty : await FetchAsync(ids, cancellationToken).ConfigureAwait(false);
        var next = start + ids.Count;
        return page with { Total = total, Next = ids.Count > 0 && total > next ? next.ToString(CultureInfo.InvariantCulture) : null };
    }

    private async Task<SourcePage> FetchAsync(IEnumerable<string> ids, CancellationToken cancellationToken)
    {
        var answer = await _client.GetAsync(Address("efetch", $"id={Uri.EscapeDataString(string.Join(',', ids))}&retmode=xml"), cancellationToken).ConfigureAwait(false);
        return answer.Kind == SourceAnswerKind.Found ? PubMedArticles.Read(answer.Body) : SourcePage.Empty;
    }

    private Uri Address(string utility, string asked)
    {
        var contact = options.Value.Contact is { } mail ? $"&email={Uri.EscapeDataString(mail)}" : "";
        return new Uri($"{options.Value.PubMed.TrimEnd('/')}/{utility}.fcgi?db=pubmed&tool=paperbot{contact}&{asked}");
    }
}
