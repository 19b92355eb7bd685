using Microsoft.Extensions.Options;
using PaperBot.Ingestion.Sources.OpenAlex;
using PaperBot.Ingestion.Sources.Web;
using PaperBot.Papers;

namespace PaperBot.Ingestion.Sources.Crossref;

/// <summary>
/// A paper by its DOI: from Crossref, https://api.crossref.org, and from OpenAlex what Crossref does not have, which often is the abstract.
/// </summary>
internal sealed class DoiSource(SourceClients clients, OpenAlexSource openAlex, IOptions<SourcesOptions> options) : IRemoteSource
{
    private const string Second = "openalex";

    private readonly SourceClient _client = clients.Of(new SourceSite(CrossrefWorks.SiteName, TimeSpan.FromSeconds(0.2)));

    public string Scheme => "doi";

    public string Name => CrossrefWorks.SiteName;

    public IReadOnlyList<string> Examples => ["doi:10.1145/3366423.3380281"];

    public async Task<SourcePage> ReadAsync(PageRequest request, CancellationToken cancellationToken)
    {
        if (!DoiName.TryParse(request.What, out var doi))
            throw new SourceException(SourceFailure.Misunderstood, $"A DOI begins with 10. and has a slash, as in {Examples[0]}.");
        if (request.Cursor == Second)
            return await openAlex.ReadAsync(new PageRequest(doi), cancellationToken).ConfigureAwait(false);
        var answer = await _client.GetAsync(new Uri($"{options.Value.Crossref.TrimEnd('/')}/works/{Uri.EscapeDataString(doi)}"), cancellationToken)
            .ConfigureAwait(false);
        var page = answer.Kind == SourceAnswerKind.Found ? CrossrefWorks.Read(answer.Body) : SourcePage.Empty;
        return page.Records is [{ Paper.Abstract.Length: > 0 }] ? page : page with { Next = Second };
    }
}
