using System.Text.Json;
using PaperBot.Papers;

namespace PaperBot.Ingestion.Sources;

/// <summary>Turns one JSON object into a paper, whichever of the usual exports it comes from.</summary>
internal static class JsonRecord
{
    /// <summary>Objects inside objects; more is no record of a paper.</summary>
    public const int Deepest = 32;

    /// <param name="defaultSource">For records that do not say where they come from.</param>
    /// <returns>A paper, or null and the reason.</returns>
    public static (Paper? Paper, string Reason) Read(JsonElement json, string defaultSource)
    {
        if (json.ValueKind != JsonValueKind.Object)
            return (null, "The record is no JSON object.");
        try
        {
            return Read(new JsonFields(json), defaultSource);
        }
        catch (InvalidOperationException)
        {
            // The one thing that System.Text.Json finds out only when a text is asked for.
            return (null, "A text of the record holds half a character (a lone surrogate).");
        }
    }

    private static (Paper? Paper, string Reason) Read(JsonFields fields, string defaultSource)
    {
        var title = SourceText.Fold(fields.Text("title") ?? "");

        // SciTLDR calls the sentences of an abstract its source; everybody else says with that word where a record is from.
        var sentences = fields.IsList("source");
        var summary = SourceText.Fold(fields.Text("abstract", "summary", "text") ?? (sentences ? fields.Text("source") : null) ?? "");
        if (SourceText.Objection(title, summary) is { } objection)
            return (null, objection);

        var doi = Doi(fields);
        // What is no address of the web stays with the fields that nobody reads.
        var address = fields.Peek("url") is { } first && !string.IsNullOrWhiteSpace(first) ? "url" : "link";
        var url = SourceText.Fold(fields.Peek(address) ?? "");
        if (PaperUrl.IsWeb(url))
            fields.Text(address);
        var key = Key(fields, title, doi, url);
        doi ??= key.Scheme == "doi" ? key.Id : null;
        var withdrawn = fields.Flag("withdrawn") ?? Withdrawal.IsIn(fields.Peek("comments") ?? fields.Peek("comment") ?? "", summary);
        return (new Paper
        {
            Key = key,
            Title = title,
            Abstract = summary,
            Authors = Authors(fields),
            Published = Published(fields),
            Venue = Folded(fields.Text("venue", "journal", "journal_ref", "journal-ref", "booktitle", "container-title")),
            Categories = Categories(fields),
            Doi = doi,
            Url = PaperUrl.IsWeb(url) ? url : PaperUrl.Of(key) ?? (doi is null ? null : $"https://doi.org/{doi}"),
            Source = (sentences ? null : Folded(fields.Text("source"))) ?? defaultSource,
            Withdrawn = withdrawn,
            Extra = fields.Rest(),
        }, "");
    }

    /// <summary>What the world calls the paper, before what its source calls it, before its title.</summary>
    private static PaperKey Key(JsonFields fields, string title, string? doi, string? url)
    {
        var id = fields.Text("id", "_id", "paper_id", "arxiv_id", "arxivId");
        if (Known(id) is { } known)
            return known;
        if (Known(fields.Peek("arxiv_id") ?? fields.Peek("arxivId")) is { } arxiv)
            return arxiv;
        if (doi is not null)
            return PaperKey.Doi(doi);
        if (PaperUrl.TryRead(url, out var linked, out _))
            return linked;
        return string.IsNullOrWhiteSpace(id) ? PaperKey.Local(title) : PaperKey.LocalId(SourceText.Fold(id));
    }

    private static PaperKey? Known(string? id) => string.IsNullOrWhiteSpace(id) ? null : PaperReference.ParseExact(id)?.Key;

    private static string? Doi(JsonFields fields)
    {
        // Some records of arXiv name the article and its erratum, one behind the other.
        var first = fields.Peek("doi")?.Split([' ', ';', '\n', '\t'], StringSplitOptions.RemoveEmptyEntries).FirstOrDefault();
        if (!DoiName.TryParse(first, out var doi))
            return null;
        fields.Text("doi");
        return doi;
    }

    private static IReadOnlyList<string> Authors(JsonFields fields)
    {
        // arXiv's own dump has a list of [last, first, suffix] beside the text, and is exact where the text is not.
        var parsed = fields.Names("authors_parsed");
        if (parsed.Count > 0)
        {
            fields.Names("authors");
            return parsed;
        }

        foreach (var name in (ReadOnlySpan<string>)["authors", "author"])
        {
            if (fields.Names(name) is { Count: > 0 } names)
                return names;
        }

        return [];
    }

    private static IReadOnlyList<string> Categories(JsonFields fields)
    {
        foreach (var name in (ReadOnlySpan<string>)["categories", "category"])
        {
            if (fields.Words(name) is { Count: > 0 } words)
                return words;
        }

        return [];
    }

    private static PublicationDate? Published(JsonFields fields)
    {
        if (fields.Date("published", "publication_date", "published_date", "publishedAt", "issued", "date") is { } day)
            return day;
        var year = fields.Date("year");

        // The day on which a record was created is the paper's own where the year agrees.
        var created = fields.PeekDate("created") ?? fields.FirstVersion();
        if (created is not null && (year is null || (year.Value.Month is null && created.Value.Year == year.Value.Year)))
        {
            fields.Date("created");
            return created;
        }

        return year ?? fields.Date("updated_date", "update_date");
    }

    private static string? Folded(string? text) => text is null ? null : SourceText.Fold(text) is { Length: > 0 } folded ? folded : null;
}
