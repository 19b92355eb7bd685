using System.Globalization;
using System.Text.Json;
using PaperBot.Ingestion.Sources.Web;
using PaperBot.Papers;

namespace PaperBot.Ingestion.Sources.Crossref;

/// <summary>Reads what Crossref answers: one work, or a list of them.</summary>
internal static class CrossrefWorks
{
    public const string Source = "crossref";
    public const string SiteName = "Crossref";

    /// <exception cref="SourceException">It is no such answer.</exception>
    public static SourcePage Read(ReadOnlyMemory<byte> body)
    {
        var message = SourceJson.Load(body, SiteName).Get("message");
        if (message.Get("items").ValueKind == JsonValueKind.Array)
            return new SourcePage(message.Get("items").Records(Record)) { Total = message.Number("total-results") };
        return message.Text("DOI").Length > 0
            ? new SourcePage([SourceRecord.Guard(1, () => Record(1, message))!])
            : throw SourceException.Changed(SiteName, "it is no work and no list of works");
    }

    private static SourceRecord Record(int number, JsonElement work)
    {
        var title = First(work, "title");
        if (First(work, "subtitle") is { Length: > 0 } subtitle && !title.Contains(subtitle, StringComparison.OrdinalIgnoreCase))
            title = $"{title}: {subtitle}";
        var summary = SourceMarkup.ToText(work.Text("abstract"));
        if (SourceText.Objection(title, summary) is { } objection)
            return SourceRecord.Rejected(number, objection);
        if (!DoiName.TryParse(work.Text("DOI"), out var doi))
            return SourceRecord.Rejected(number, "The record has no DOI.");
        var isRetracted = IsRetracted(work, title);
        var key = Preprint(work) ?? PaperKey.Doi(doi);
        return SourceRecord.Accepted(number, new Paper
        {
            Key = key,
            Title = title,
            Abstract = summary,
            Authors = AuthorNames.Clean(work.Get("author").Items().Select(Author)),
            Published = Date(work, "issued") ?? Date(work, "published-online") ?? Date(work, "published-print") ?? Date(work, "posted"),
            Venue = First(work, "container-title") is { Length: > 0 } venue ? venue : null,
            Doi = doi,
            Url = $"https://doi.org/{doi}",
            Source = Source,
            Withdrawn = isRetracted || Withdrawal.IsIn("", summary),
            Signals = new PaperSignals
            {
                Citations = work.Number("is-referenced-by-count"),
                Keywords = [.. work.Get("subject").Items().Select(subject => subject.Text()).Where(subject => subject.Length is > 0 and < 200)],
                Retracted = isRetracted,
            },
        });
    }

    /// <summary>What publishers register about it later, and what many write before the title.</summary>
    private static bool IsRetracted(JsonElement work, string title) =>
        work.Get("updated-by").Items().Any(update => update.Text("type") is "retraction" or "removal" or "withdrawal")
        || title.StartsWith("RETRACTED", StringComparison.Ordinal) || title.StartsWith("Retracted:", StringComparison.OrdinalIgnoreCase);

    /// <summary>The key of its preprint on arXiv, where the publisher names it.</summary>
    private static PaperKey? Preprint(JsonElement work)
    {
        foreach (var preprint in work.Get("relation").Get("has-preprint").Items())
        {
            if (PaperReference.ParseExact(preprint.Text("id"))?.Key is { Scheme: "arxiv" } arxiv)
                return arxiv;
        }

        return null;
    }

    private static string Author(JsonElement author) => author.TextOrNull("name")
        ?? SourceText.Fold(string.Join(' ', author.Text("given"), author.Text("family"), author.Text("suffix")));

    private static string First(JsonElement work, string name) => SourceMarkup.ToText(work.Get(name).Items().FirstOrDefault().Text());

    private static PublicationDate? Date(JsonElement work, string name)
    {
        int?[] parts =
        [
            .. work.Get(name).Get("date-parts").Items().FirstOrDefault().Items()
                .Select(part => int.TryParse(part.Text(), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? (int?)number : null)
                .Take(3),
            null, null, null,
        ];
        return PublicationDate.TryCreate(parts[0], parts[1], parts[2], out var date) ? date : null;
    }
}
