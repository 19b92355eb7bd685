using System.Globalization;
using System.Xml.Linq;
using PaperBot.Ingestion.Sources.Web;
using PaperBot.Papers;

namespace PaperBot.Ingestion.Sources.Arxiv;

/// <summary>A page of OAI-PMH, https://www.openarchives.org/OAI/openarchivesprotocol.html.</summary>
/// <param name="Token">Where the list goes on; null at its end.</param>
/// <param name="LastStamp">The latest day on which a record of the page changed.</param>
internal sealed record OaiPage(IReadOnlyList<SourceRecord> Records, string? Token, string? LastStamp, long? Total);

/// <summary>Reads records in the three formats that arXiv gives them: arXiv, arXivRaw and Dublin Core.</summary>
internal static class OaiRecords
{
    /// <exception cref="SourceException">It is no such answer, or it tells of a mistake.</exception>
    public static OaiPage Read(ReadOnlyMemory<byte> body)
    {
        var root = SourceXml.Load(body, ArxivSource.SiteName).Root!;
        if (root.Name.LocalName is not ("OAI-PMH" or "record"))
            throw SourceException.Changed(ArxivSource.SiteName, "it is no OAI-PMH");
        if (root.Child("error") is { } error)
            return Refused(error.Attribute("code")?.Value ?? "");
        var records = root.Name.LocalName == "record" ? [root] : root.Within("record").ToList();
        var token = root.Within("resumptionToken").FirstOrDefault();
        return new OaiPage(
            [.. records.Where(record => record.Child("header")?.Attribute("status")?.Value != "deleted")
                .Select(record => SourceRecord.Guard(record.Line(), () => Record(record))!)],
            token is not null && token.Value.Trim() is { Length: > 0 } text ? text : null,
            records.Select(record => record.Child("header")?.Text("datestamp")).Where(stamp => stamp is { Length: >= 10 })
                .Select(stamp => stamp![..10]).Max(StringComparer.Ordinal),
            long.TryParse(token?.Attribute("completeListSize")?.Value, NumberStyles.None, CultureInfo.InvariantCulture, out var total)
                ? total : null);
    }

    private static OaiPage Refused(string code) => code switch
    {
        "noRecordsMatch" or "idDoesNotExist" => new OaiPage([], null, null, 0),
        "badResumptionToken" => throw new SourceException(SourceFailure.CursorExpired,
            "arXiv does not know any more where the list went on. Ask again from its beginning."),
        _ => throw new SourceException(SourceFailure.Misunderstood,
            "arXiv did not understand the request. Check the category and the date, as in arxiv:\"cs.IR since:2026-06-01\"."),
    };

    private static SourceRecord Record(XElement record)
    {
        var line = record.Line();
        return record.Child("metadata")?.Elements().FirstOrDefault() switch
        {
            { Name.LocalName: "arXiv" } own => Own(line, own),
            { Name.LocalName: "arXivRaw" } raw => Raw(line, raw),
            { Name.LocalName: "dc" } core => DublinCore(line, core, record.Child("header")?.Text("identifier") ?? ""),
            _ => SourceRecord.Rejected(line, "The record is in no format of arXiv."),
        };
    }

    private static SourceRecord Own(int line, XElement own) => new ArxivRecord
    {
        Line = line,
        Id = own.Text("id"),
        Title = own.Text("title"),
        Abstract = own.Text("abstract"),
        Authors = [.. (own.Child("authors")?.Children("author") ?? []).Select(Name).Where(name => name != ":")],
        Published = PublicationDate.TryParse(own.Text("created"), out var created) ? created : null,
        JournalReference = own.Text("journal-ref"),
        Comments = own.Text("comments"),
        Doi = own.Text("doi"),
        Categories = Categories(own.Text("categories")),
    }.ToRecord();

    private static SourceRecord Raw(int line, XElement raw)
    {
        var versions = raw.Children("version").ToList();
        return new ArxivRecord
        {
            Line = line,
            Id = raw.Text("id"),
            Title = raw.Text("title"),
            Abstract = raw.Text("abstract"),
            Authors = AuthorNames.Split(raw.Text("authors")),
            Published = PublicationDate.TryParse(versions.FirstOrDefault()?.Text("date"), out var first) ? first : null,
            JournalReference = raw.Text("journal-ref"),
            Comments = raw.Text("comments"),
            Doi = raw.Text("doi"),
            Categories = Categories(raw.Text("categories")),
            Version = int.TryParse(
                versions.LastOrDefault()?.Attribute("version")?.Value.TrimStart('v'), NumberStyles.None, CultureInfo.InvariantCulture, out var last)
                ? last : null,
        }.ToRecord();
    }

    private static SourceRecord DublinCore(int line, XElement core, string identifier) => new ArxivRecord
    {
        Line = line,
        Id = identifier.Replace("oai:arXiv.org:", "", StringComparison.OrdinalIgnoreCase),
        Title = core.Text("title"),
        // A second description holds the comments.
        Abstract = core.Text("description"),
        Comments = SourceText.Fold(string.Join(' ', core.Children("description").Skip(1).Select(comment => comment.Value))),
        Authors = [.. core.Children("creator").Select(creator => AuthorNames.ReadingOrder(creator.Value))],
        Published = PublicationDate.TryParse(core.Text("date"), out var date) ? date : null,
        Doi = core.Children("identifier").Select(name => name.Value.Trim())
            .FirstOrDefault(name => name.StartsWith("doi:", StringComparison.OrdinalIgnoreCase)) ?? "",
    }.ToRecord();

    private static string Name(XElement author) => SourceText.Fold(string.Join(
        ' ', new[] { author.Text("forenames"), author.Text("keyname"), author.Text("suffix") }.Where(part => part.Length > 0)
            .Select(LatexText.ToReadable)));

    private static List<string> Categories(string words) => [.. words.Split(' ', StringSplitOptions.RemoveEmptyEntries)];
}
