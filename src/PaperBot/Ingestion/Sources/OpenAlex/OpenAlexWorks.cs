using System.Text.Json;
using PaperBot.Ingestion.Sources.Web;
using PaperBot.Papers;

namespace PaperBot.Ingestion.Sources.OpenAlex;

/// <summary>Reads works of OpenAlex: a list of them, or one.</summary>
internal static class OpenAlexWorks
{
    public const string Source = "openalex";

    private const string Address = "https://openalex.org/";

    /// <exception cref="SourceException">It is no such answer.</exception>
    public static SourcePage Read(ReadOnlyMemory<byte> body)
    {
        var json = SourceJson.Load(body, OpenAlexSource.SiteName);
        if (json.Get("results") is { ValueKind: JsonValueKind.Array } results)
        {
            return new SourcePage(results.Records(Record))
            {
                Total = json.Get("meta").Number("count"),
                Next = results.GetArrayLength() > 0 ? json.Get("meta").TextOrNull("next_cursor") : null,
            };
        }

        return json.Text("id").StartsWith(Address, StringComparison.Ordinal)
            ? new SourcePage([SourceRecord.Guard(1, () => Record(1, json))!])
            : throw SourceException.Changed(OpenAlexSource.SiteName, "it is no work and no list of works");
    }

    private static SourceRecord Record(int number, JsonElement work)
    {
        var title = SourceMarkup.ToText(work.TextOrNull("title") ?? work.Text("display_name"));
        var summary = InvertedAbstract.ToText(work.Get("abstract_inverted_index"));
        if (SourceText.Objection(title, summary) is { } objection)
            return SourceRecord.Rejected(number, objection);
        var doi = DoiName.TryParse(work.Text("doi"), out var parsed) ? parsed : null;
        if (Key(work, doi) is not { } key)
            return SourceRecord.Rejected(number, "The record has no identifier.");
        var isRetracted = work.IsTrue("is_retracted");
        var place = work.Get("primary_location").Get("source");
        return SourceRecord.Accepted(number, new Paper
        {
            Key = key,
            Title = title,
            Abstract = summary,
            Authors = AuthorNames.Clean(work.Get("authorships").Items().Select(Author)),
            Published = PublicationDate.TryParse(work.TextOrNull("publication_date") ?? work.Text("publication_year"), out var published)
                ? published : null,
            // A repository holds a paper; it has not published it.
            Venue = place.Text("type") == "repository" ? null : place.TextOrNull("display_name"),
            Doi = doi,
            Url = PaperUrl.Of(key) ?? work.Text("id"),
            Source = Source,
            Withdrawn = isRetracted || Withdrawal.IsIn("", summary),
            Signals = new PaperSignals { Citations = work.Number("cited_by_count"), Keywords = Keywords(work), Retracted = isRetracted },
        });
    }

    private static PaperKey? Key(JsonElement work, string? doi)
    {
        foreach (var location in work.Get("locations").Items().Prepend(work.Get("primary_location")))
        {
            if (PaperUrl.TryRead(location.Text("landing_page_url"), out var linked, out _) && linked.Scheme == "arxiv")
                return linked;
        }

        if (doi is not null)
            return PaperKey.Doi(doi);
        return work.Text("id") is { Length: > 21 } id && id.StartsWith(Address, StringComparison.Ordinal)
            ? PaperKey.LocalId($"openalex-{id[Address.Length..].ToLowerInvariant()}") : null;
    }

    private static string Author(JsonElement authorship) =>
        AuthorNames.ReadingOrder(authorship.Get("author").TextOrNull("display_name") ?? authorship.Text("raw_author_name"));

    private static List<string> Keywords(JsonElement work) =>
        [.. work.Get("keywords").Items().Concat(work.Get("topics").Items()).Select(word => word.Text("display_name"))
            .Where(word => word.Length is > 0 and < 200).Distinct().Take(20)];
}
