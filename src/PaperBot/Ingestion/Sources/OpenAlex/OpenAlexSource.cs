using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.Extensions.Options;
using PaperBot.Ingestion.Sources.Web;
using PaperBot.Papers;

namespace PaperBot.Ingestion.Sources.OpenAlex;

/// <summary>OpenAlex, https://docs.openalex.org: works by a search, and one by its identifier or DOI.</summary>
internal sealed partial class OpenAlexSource(SourceClients clients, IOptions<SourcesOptions> options) : IRemoteSource
{
    public const string SiteName = "OpenAlex";

    private const int LargestPage = 100;

    private const string Fields =
        "id,doi,title,display_name,publication_date,publication_year,authorships,primary_location,locations,abstract_inverted_index," +
        "cited_by_count,is_retracted,keywords,topics";

    private readonly SourceClient _client = clients.Of(new SourceSite(SiteName, TimeSpan.FromSeconds(0.2)));

    public string Scheme => "openalex";

    public string Name => SiteName;

    public IReadOnlyList<string> Examples => ["openalex:\"sparse retrieval\"", "openalex:10.1145/3366423.3380281", "openalex:W2741809807"];

    public async Task<SourcePage> ReadAsync(PageRequest request, CancellationToken cancellationToken)
    {
        var key = PaperReference.ParseExact(request.What)?.Key;
        var path = Own().IsMatch(request.What) ? $"works/{request.What.ToUpperInvariant()}?"
            : key is { Scheme: "arxiv" } ? $"works/doi:10.48550/arXiv.{key.Value.Id}?"
            : key is { Scheme: "doi" } ? $"works/doi:{Uri.EscapeDataString(key.Value.Id)}?"
            : $"works?search={Uri.EscapeDataString(request.What)}&{Page(request)}&";
        var contact = options.Value.Contact is { } mail ? $"&mailto={Uri.EscapeDataString(mail)}" : "";
        var answer = await _client.GetAsync(new Uri($"{options.Value.OpenAlex.TrimEnd('/')}/{path}select={Fields}{contact}"), cancellationToken)
            .ConfigureAwait(false);
        return answer.Kind == SourceAnswerKind.Found ? OpenAlexWorks.Read(answer.Body) : SourcePage.Empty;
    }

    private static string Page(PageRequest request) => string.Create(
        CultureInfo.InvariantCulture, $"per-page={Math.Clamp(request.Most, 1, LargestPage)}&cursor={Uri.EscapeDataString(request.Cursor ?? "*")}");

    [GeneratedRegex("^[Ww][0-9]{1,12}$", RegexOptions.CultureInvariant)]
    private static partial Regex Own();
}
