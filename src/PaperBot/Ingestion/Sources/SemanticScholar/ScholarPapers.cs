using System.Globalization;
using System.Text.Json;
using PaperBot.Ingestion.Sources.Web;
using PaperBot.Papers;

namespace PaperBot.Ingestion.Sources.SemanticScholar;

/// <summary>Reads what Semantic Scholar answers: a search, recommendations, a batch, or one paper.</summary>
internal static class ScholarPapers
{
    public const string Source = "semanticscholar";

    /// <exception cref="SourceException">It is no such answer.</exception>
    public static SourcePage Read(ReadOnlyMemory<byte> body)
    {
        var json = SourceJson.Load(body, SemanticScholarSource.SiteName);
        if (json.ValueKind == JsonValueKind.Array)
            // Of a batch the papers that it does not know are null.
            return new SourcePage([.. json.Items().Where(item => item.ValueKind == JsonValueKind.Object).Select((item, i) => Guarded(i + 1, item))]);
        if (json.Text("paperId").Length > 0)
            return new SourcePage([Guarded(1, json)]);
        var list = json.Get("data").ValueKind == JsonValueKind.Array ? json.Get("data") : json.Get("recommendedPapers");
        // A search that finds nothing has no list.
        if (list.ValueKind != JsonValueKind.Array && json.Number("total") != 0)
            throw SourceException.Changed(SemanticScholarSource.SiteName, "it is no list of papers");
        return new SourcePage(list.Records(Record))
        {
            Total = json.Number("total"),
            Next = json.Number("next")?.ToString(CultureInfo.InvariantCulture),
        };
    }

    private static SourceRecord Guarded(int number, JsonElement paper) => SourceRecord.Guard(number, () => Record(number, paper))!;

    private static SourceRecord Record(int number, JsonElement paper)
    {
        var (title, summary) = (paper.Text("title"), paper.Text("abstract"));
        if (SourceText.Objection(title, summary) is { } objection)
            return SourceRecord.Rejected(number, objection);
        var doi = DoiName.TryParse(paper.Get("externalIds").Text("DOI"), out var parsed) ? parsed : null;
        if (Key(paper, doi) is not { } key)
            return SourceRecord.Rejected(number, "The record has no identifier.");
        return SourceRecord.Accepted(number, new Paper
        {
            Key = key,
            Title = title,
            Abstract = summary,
            Authors = AuthorNames.Clean(paper.Get("authors").Items().Select(author => AuthorNames.ReadingOrder(author.Text("name")))),
            Published = PublicationDate.TryParse(paper.TextOrNull("publicationDate") ?? paper.Text("year"), out var published) ? published : null,
            Venue = paper.TextOrNull("venue") is { } venue && !venue.StartsWith("arxiv", StringComparison.OrdinalIgnoreCase) ? venue : null,
            Doi = doi,
            Url = PaperUrl.Of(key) ?? (paper.Text("url") is var url && PaperUrl.IsWeb(url) ? url : null),
            Source = Source,
            Withdrawn = Withdrawal.IsIn("", summary),
            Signals = new PaperSignals
            {
                Citations = paper.Number("citationCount"),
                Tldr = paper.Get("tldr").TextOrNull("text"),
                Keywords = Keywords(paper),
            },
        });
    }

    private static PaperKey? Key(JsonElement paper, string? doi)
    {
        var ids = paper.Get("externalIds");
        if (ArxivId.TryParse(ids.Text("ArXiv"), out var arxiv, out _))
            return PaperKey.Arxiv(arxiv);
        if (AclId.TryParse(ids.Text("ACL"), out var acl))
            return PaperKey.Acl(acl);
        if (doi is not null)
            return PaperKey.Doi(doi);
        if (ids.Text("PubMed") is { Length: > 0 } pubMed)
            return PaperKey.LocalId($"pubmed-{pubMed}");
        return paper.TextOrNull("paperId") is { } id ? PaperKey.LocalId($"s2-{id}") : null;
    }

    private static List<string> Keywords(JsonElement paper) =>
        [.. paper.Get("s2FieldsOfStudy").Items().Select(field => field.Text("category"))
            .Concat(paper.Get("fieldsOfStudy").Items().Select(field => field.Text())).Where(word => word.Length > 0).Distinct()];
}
