using System.Globalization;
using System.Xml.Linq;
using PaperBot.Ingestion.Sources.Web;
using PaperBot.Papers;

namespace PaperBot.Ingestion.Sources.Arxiv;

/// <summary>Reads what arXiv's API answers: Atom, https://info.arxiv.org/help/api/user-manual.html.</summary>
internal static class AtomFeed
{
    /// <exception cref="SourceException">It is no such feed, or it tells of a mistake.</exception>
    public static SourcePage Read(ReadOnlyMemory<byte> body)
    {
        var root = SourceXml.Load(body, ArxivSource.SiteName).Root!;
        if (root.Name.LocalName != "feed")
            throw SourceException.Changed(ArxivSource.SiteName, "it is no Atom feed");
        var entries = root.Children("entry").ToList();
        if (entries is [var only] && only.Text("id").Contains("/api/errors", StringComparison.Ordinal))
            throw new SourceException(SourceFailure.Misunderstood,
                "arXiv did not understand the query. Check its fields (ti:, au:, abs:, cat:) and brackets, as in " +
                "arxiv:\"cat:cs.IR AND ti:retrieval\".");
        return new SourcePage([.. entries.Select(entry => SourceRecord.Guard(entry.Line(), () => Record(entry))!)])
        {
            Total = long.TryParse(root.Text("totalResults"), NumberStyles.None, CultureInfo.InvariantCulture, out var total) ? total : null,
        };
    }

    private static SourceRecord Record(XElement entry) => new ArxivRecord
    {
        Line = entry.Line(),
        Id = Id(entry.Text("id")),
        Title = entry.Text("title"),
        Abstract = entry.Text("summary"),
        Authors = [.. entry.Children("author").Select(author => AuthorNames.ReadingOrder(author.Text("name")))],
        Published = PublicationDate.TryParse(entry.Text("published"), out var published) ? published : null,
        JournalReference = entry.Text("journal_ref"),
        Comments = entry.Text("comment"),
        Doi = entry.Text("doi"),
        Categories = Categories(entry),
    }.ToRecord();

    /// <summary>The first is the one that its authors chose.</summary>
    private static List<string> Categories(XElement entry) =>
    [
        .. new[] { entry.Child("primary_category") }.Concat(entry.Children("category"))
            .Select(category => category?.Attribute("term")?.Value.Trim() ?? "")
            // Classes of the ACM and the AMS stand there as well: "H.3.3; I.2.7".
            .Where(term => ArxivCategory.IsCategory(term)).Distinct(),
    ];

    private static string Id(string address)
    {
        var abs = address.IndexOf("/abs/", StringComparison.Ordinal);
        return abs < 0 ? address : address[(abs + "/abs/".Length)..];
    }
}
